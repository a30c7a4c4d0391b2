package org.macrostate.solvers.integrate;

import java.util.Arrays;
import java.util.Optional;

/** The rows asked for, taken from steps as they are accepted, or passed on. */
final class Rows {
    private final double[] times;
    private final double[][] kept;
    private final Optional<RowSink> sink;
    private int taken;

    /** @param sink gets the rows, which are then not kept */
    Rows(double[] times, Optional<RowSink> sink) {
        this.times = times;
        this.sink = sink;
        kept = new double[sink.isPresent() ? 0 : times.length][];
    }

    double[] takenTimes() {
        return Arrays.copyOf(times, Math.min(taken, kept.length));
    }

    double[][] takenRows() {
        return Arrays.copyOf(kept, Math.min(taken, kept.length));
    }

    /** The time of a row that is not yet taken, counted from 0; infinite if there are no more. */
    double next(int further) {
        return taken + further < times.length ? times[taken + further] : Double.POSITIVE_INFINITY;
    }

    /** Takes the rows up to a time in a step, that included; the state there is known. */
    void take(StepInside step, double until, double[] stateThere) {
        while (taken < times.length && times[taken] <= until) {
            add(times[taken] == until ? stateThere.clone() : step.inside(times[taken]));
        }
    }

    /** Takes the rows up to a time from one state: those at the start, and those a rounding error after the end. */
    void take(double until, double[] state) {
        while (taken < times.length && times[taken] <= until) {
            add(state.clone());
        }
    }

    private void add(double[] state) {
        if (sink.isPresent()) {
            sink.get().row(times[taken], state);
        } else {
            kept[taken] = state;
        }
        taken++;
    }
}

package org.macrostate.solvers.integrate;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/** Follows the steps: takes the rows asked for by dense output, or passes them on, and remembers where the last step ended. */
final class RowCollector implements ODEStepHandler {
    private final double[] times;
    private final double[][] rows;
    private final DoubleConsumer progress;
    private final StopCondition stop;
    private final Optional<RowSink> sink;
    private ODEStateAndDerivative last;
    private int taken;
    private long steps;

    /**
     * @param start where the integration starts; rows asked for then are taken from it
     * @param sink gets the rows, which are then not kept
     */
    RowCollector(
            double[] times,
            ODEStateAndDerivative start,
            DoubleConsumer progress,
            StopCondition stop,
            Optional<RowSink> sink) {
        this.times = times;
        this.rows = new double[sink.isPresent() ? 0 : times.length][];
        this.sink = sink;
        this.progress = progress;
        this.stop = stop;
        this.last = start;
        takeUpTo(start);
    }

    ODEStateAndDerivative last() {
        return last;
    }

    long steps() {
        return steps;
    }

    double[] takenTimes() {
        return Arrays.copyOf(times, Math.min(taken, rows.length));
    }

    double[][] takenRows() {
        return Arrays.copyOf(rows, Math.min(taken, rows.length));
    }

    @Override
    public void handleStep(ODEStateInterpolator step) {
        ODEStateAndDerivative end = step.getCurrentState();
        while (taken < times.length && times[taken] < end.getTime()) {
            take(step.getInterpolatedState(times[taken]).getPrimaryState());
        }
        takeUpTo(end);
        last = end;
        steps++;
        progress.accept(end.getTime());
        if (stop != StopCondition.NEVER && stop.holds(end.getTime(), end.getPrimaryState())) {
            throw new Halt(Halt.Reason.STOPPED, end.getTime(), "the stop condition held");
        }
    }

    /** The last step may end a rounding error before the end asked for: the rows still missing are its end. */
    void finish() {
        while (taken < times.length) {
            take(last.getPrimaryState());
        }
    }

    private void takeUpTo(ODEStateAndDerivative state) {
        while (taken < times.length && times[taken] <= state.getTime()) {
            take(state.getPrimaryState());
        }
    }

    private void take(double[] state) {
        if (sink.isPresent()) {
            sink.get().row(times[taken], state);
        } else {
            rows[taken] = state;
        }
        taken++;
    }
}

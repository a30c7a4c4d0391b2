package org.macrostate.solvers.integrate;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/** Follows the steps: takes the rows asked for by dense output and remembers where the last step ended. */
final class RowCollector implements ODEStepHandler {
    private final double[] times;
    private final double[][] rows;
    private final DoubleConsumer progress;
    private final StopCondition stop;
    private ODEStateAndDerivative last;
    private int taken;
    private long steps;

    /** @param start where the integration starts; rows asked for then are taken from it */
    RowCollector(double[] times, ODEStateAndDerivative start, DoubleConsumer progress, StopCondition stop) {
        this.times = times;
        this.rows = new double[times.length][];
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
        return Arrays.copyOf(times, taken);
    }

    double[][] takenRows() {
        return Arrays.copyOf(rows, taken);
    }

    @Override
    public void handleStep(ODEStateInterpolator step) {
        ODEStateAndDerivative end = step.getCurrentState();
        while (taken < times.length && times[taken] < end.getTime()) {
            rows[taken] = step.getInterpolatedState(times[taken]).getPrimaryState();
            taken++;
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
            rows[taken++] = last.getPrimaryState();
        }
    }

    private void takeUpTo(ODEStateAndDerivative state) {
        while (taken < times.length && times[taken] <= state.getTime()) {
            rows[taken++] = state.getPrimaryState();
        }
    }
}

package org.macrostate.solvers.integrate;

import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;

/**
 * Dense output of Rodas5P, of order 4:
 * {@code y(θ) = (1−θ) y0 + θ y1 + θ(1−θ)(p + θ q + θ² r)}, θ the part of the step that is done.
 */
final class RosenbrockInterpolator extends AbstractODEStateInterpolator {
    private static final long serialVersionUID = 1L;

    private final double[][] dense;

    private RosenbrockInterpolator(
            double[][] dense,
            boolean forward,
            ODEStateAndDerivative globalStart,
            ODEStateAndDerivative globalEnd,
            ODEStateAndDerivative start,
            ODEStateAndDerivative end,
            EquationsMapper mapper) {
        super(forward, globalStart, globalEnd, start, end, mapper);
        this.dense = dense;
    }

    static RosenbrockInterpolator of(
            RosenbrockStep step, ODEStateAndDerivative start, ODEStateAndDerivative end, EquationsMapper mapper) {
        double[][] dense = {step.dense(0), step.dense(1), step.dense(2)};
        return new RosenbrockInterpolator(dense, true, start, end, start, end, mapper);
    }

    @Override
    protected RosenbrockInterpolator create(
            boolean forward,
            ODEStateAndDerivative globalStart,
            ODEStateAndDerivative globalEnd,
            ODEStateAndDerivative start,
            ODEStateAndDerivative end,
            EquationsMapper mapper) {
        return new RosenbrockInterpolator(dense, forward, globalStart, globalEnd, start, end, mapper);
    }

    @Override
    protected ODEStateAndDerivative computeInterpolatedStateAndDerivatives(
            EquationsMapper mapper, double time, double theta, double done, double left) {
        double[] y0 = getGlobalPreviousState().getCompleteState();
        double[] y1 = getGlobalCurrentState().getCompleteState();
        double h = getGlobalCurrentState().getTime() - getGlobalPreviousState().getTime();
        double s = (time - getGlobalPreviousState().getTime()) / h;
        double[] y = new double[y0.length];
        double[] slope = new double[y0.length];
        for (int i = 0; i < y.length; i++) {
            double bend = dense[0][i] + s * (dense[1][i] + s * dense[2][i]);
            double bendSlope = dense[1][i] + 2 * s * dense[2][i];
            y[i] = (1 - s) * y0[i] + s * (y1[i] + (1 - s) * bend);
            slope[i] = (y1[i] - y0[i] + (1 - 2 * s) * bend + s * (1 - s) * bendSlope) / h;
        }
        return mapper.mapStateAndDerivative(time, y, slope);
    }
}

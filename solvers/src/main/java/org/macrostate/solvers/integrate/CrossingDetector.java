package org.macrostate.solvers.integrate;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;

/** A crossing as Hipparchus looks for it: at every step's end, and at least a thousand times in the whole. */
final class CrossingDetector implements ODEEventDetector {
    private static final int LOOKS = 1000;
    private static final int MAX_ITERATIONS = 200;
    private static final int SOLVER_ORDER = 5;

    private final LevelCrossing crossing;
    private final double[] parameters;
    private final double[] out;
    private final double[] work;
    private final double span;
    private final double accuracy;
    private boolean crossed;

    /**
     * @param span length of the time interval
     * @param accuracy of the crossing's time; no finer than times can be told apart
     */
    CrossingDetector(LevelCrossing crossing, double[] parameters, double span, double accuracy) {
        this.crossing = crossing;
        this.parameters = parameters;
        this.span = span;
        this.accuracy = accuracy;
        out = new double[crossing.quantity().outputLength()];
        work = new double[crossing.quantity().workLength()];
    }

    boolean crossed() {
        return crossed;
    }

    @Override
    public double g(ODEStateAndDerivative state) {
        crossing.quantity().eval(state.getTime(), state.getPrimaryState(), parameters, out, work);
        return out[crossing.output()] - crossing.level();
    }

    @Override
    public AdaptableInterval getMaxCheckInterval() {
        return AdaptableInterval.of(span / LOOKS);
    }

    @Override
    public int getMaxIterationCount() {
        return MAX_ITERATIONS;
    }

    @Override
    public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
        return new BracketingNthOrderBrentSolver(0, accuracy, 0, SOLVER_ORDER);
    }

    @Override
    public ODEEventHandler getHandler() {
        return (state, detector, increasing) -> {
            crossed = true;
            return Action.STOP;
        };
    }
}

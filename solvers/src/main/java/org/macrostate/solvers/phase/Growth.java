package org.macrostate.solvers.phase;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.fixedpoint.Vector;

/** Whether a run grows without bound: asked only where no stable fixed point was found. */
final class Growth {
    private static final double FACTOR = 1e6;
    private static final double DURATION = 1e5;
    private static final int EVALUATIONS = 4000;

    private Growth() {}

    /** True if the state's largest element grows a millionfold within a bounded number of evaluations. */
    static boolean unbounded(SystemAt system, double[] start) {
        double[] jacobian = new double[start.length * start.length];
        system.jacobian(start, jacobian);
        double end = DURATION / Vector.maxNorm(jacobian);
        if (!(end > 0) || !Double.isFinite(end)) {
            return false;
        }
        Watch watch = new Watch(FACTOR * (1 + Vector.maxNorm(start)));
        DormandPrince54Integrator integrator = new DormandPrince54Integrator(0, end, 1e-5, 1e-5);
        integrator.setMaxEvaluations(EVALUATIONS);
        try {
            integrator.integrate(new Rates(system, watch), new ODEState(0, start), end);
        } catch (MathRuntimeException | StoppedException stopped) {
            return watch.beyond;
        }
        return false;
    }

    private static final class Watch {
        private final double bound;
        private boolean beyond;

        Watch(double bound) {
            this.bound = bound;
        }
    }

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Rates(SystemAt system, Watch watch) implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return system.length();
        }

        @Override
        public double[] computeDerivatives(double t, double[] state) {
            double[] rates = new double[state.length];
            double largest = system.rates(state, rates);
            double size = Vector.maxNorm(state);
            if (size > watch.bound || !Double.isFinite(largest)) {
                watch.beyond = size > watch.bound;
                throw new StoppedException();
            }
            return rates;
        }
    }
}

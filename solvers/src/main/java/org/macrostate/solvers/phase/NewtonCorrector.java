package org.macrostate.solvers.phase;

import java.util.Optional;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.nonlinear.Newton;

/**
 * Plain Newton steps from a start that is nearly a root, with the sign of the Jacobian's determinant there: no
 * eigenvalue can have passed zero between two points of one branch at which that sign is the same and no second one has
 * too. Mutable scratch: one a thread.
 */
final class NewtonCorrector {
    private static final int STEPS = 6;
    private static final double LAST_STEP = 1e-8;
    private static final double SINGULAR = 1e-11;

    private final SystemAt system;
    private final Newton newton;
    private final LuFactors factors;

    NewtonCorrector(SystemAt system) {
        this.system = system;
        this.newton = new Newton(system, STEPS, LAST_STEP);
        this.factors = new LuFactors(system.length());
    }

    /** The regular root next to a start, at the system's parameters; empty if it is not reached in a few steps. */
    Optional<double[]> from(double[] start) {
        return newton.from(start)
                .filter(root -> factors.factor(system.jacobian(root)) && factors.smallestPivot() > SINGULAR);
    }

    /** Of the determinant at the last root, 1 or -1. */
    int sign() {
        return factors.sign();
    }
}

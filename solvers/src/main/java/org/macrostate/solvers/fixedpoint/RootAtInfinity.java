package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Tells states at which rates have died out on their way to zero at infinity, as e^(−x) and 1/x² do, from roots: Newton's steps from
 * them, which shrink towards a root however often it counts, go on as long as they are or grow. Mutable: one a search.
 */
final class RootAtInfinity {
    private static final int STEPS = 6;

    /** A root of multiplicity m shrinks the step by 1 − 1/m. */
    private static final double SHRINKING = 0.97;

    private static final double LEAST_SIZE = 3;
    private static final double LEAST_STEP = 1e-3;
    private static final int LARGEST = 60;

    private final SystemAt system;
    private final int n;
    private boolean isMet;

    RootAtInfinity(SystemAt system) {
        this.system = system;
        this.n = system.length();
    }

    /** That there were any. */
    List<String> notes() {
        return isMet
                ? List.of("some starts led towards infinity, where the rates die out: there is no fixed point")
                : List.of();
    }

    /** @param state at which rates are as good as zero */
    boolean is(double[] state) {
        boolean found = goesOn(state);
        isMet |= found;
        return found;
    }

    private boolean goesOn(double[] state) {
        if (n > LARGEST || !(Vector.maxNorm(state) > LEAST_SIZE)) {
            return false;
        }
        double[] x = state;
        double[] f = new double[n];
        double residual = system.rates(x, f);
        double last = 0;
        LuFactors factors = new LuFactors(n);
        for (int i = 0; i < STEPS; i++) {
            double[] jacobian = system.jacobian(x);
            equilibrate(jacobian, f);
            if (!(residual > 0) || !factors.factor(jacobian)) {
                return false;
            }
            double[] step = factors.solve(f);
            double length = Vector.norm(step);
            double[] next = Vector.moved(x, -1, step);
            double[] there = new double[n];
            double after = system.rates(next, there);
            boolean isOutwards = length > LEAST_STEP * Vector.norm(x)
                    && length >= SHRINKING * last
                    && Vector.norm(next) > Vector.norm(x)
                    && after < residual;
            if (!isOutwards) {
                return false;
            }
            x = next;
            f = there;
            residual = after;
            last = length;
        }
        return true;
    }

    /** Rates that have died out are as good as others. */
    private void equilibrate(double[] jacobian, double[] f) {
        for (int i = 0; i < n; i++) {
            double most = 0;
            for (int j = 0; j < n; j++) {
                most = Math.max(most, Math.abs(jacobian[i * n + j]));
            }
            for (int j = 0; j < n && most > 0; j++) {
                jacobian[i * n + j] /= most;
            }
            f[i] = most > 0 ? f[i] / most : f[i];
        }
    }
}

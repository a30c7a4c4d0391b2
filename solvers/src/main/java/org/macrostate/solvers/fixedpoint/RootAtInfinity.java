package org.macrostate.solvers.fixedpoint;

import java.util.Arrays;
import java.util.List;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Tells states at which rates have died out on their way to zero at infinity, as e^(−x) and 1/x² do, from roots: Newton's steps from
 * them, which shrink towards a root however often it counts, go on as long as they are or grow. Mutable: one a search.
 */
final class RootAtInfinity {
    private static final int STEPS = 6;
    private static final int MOST_STEPS = 16;

    /** A root of multiplicity m shrinks the step by 1 − 1/m. */
    private static final double SHRINKING = 0.97;

    private static final double LEAST_STEP = 1e-6;
    private static final int LARGEST = 60;
    private static final double BEYOND = 0.01;
    private static final double DEAD = 1e-12;
    private static final double[] NEARER = {0.5, 0.1, 0.02};

    private final SystemAt system;
    private final int n;
    private final boolean isSmooth;
    private boolean isMet;

    RootAtInfinity(SystemAt system) {
        this.system = system;
        this.n = system.length();
        this.isSmooth = SmoothRates.are(system.system().bound().rightHandSide());
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
        if (n > LARGEST) {
            return false;
        }
        if (isSmooth && hasDiedOut(state)) {
            return true;
        }
        double[] x = state;
        double[] f = new double[n];
        double residual = system.rates(x, f);
        double last = 0;
        int outwards = 0;
        LuFactors factors = new LuFactors(n);
        for (int i = 0; i < MOST_STEPS && outwards < STEPS && residual > 0; i++) {
            double[] jacobian = system.jacobian(x);
            equilibrate(jacobian, f);
            if (!factors.factor(jacobian)) {
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
            if (!Double.isFinite(after)) {
                return false;
            }
            outwards = isOutwards ? outwards + 1 : 0;
            last = isOutwards ? length : 0;
            x = next;
            f = there;
            residual = after;
        }
        return outwards == STEPS;
    }

    /** Whether nothing depends on an element any more, here and a little farther out, though it does nearer to the origin. */
    private boolean hasDiedOut(double[] state) {
        double[] here = influence(state);
        double[] beyond = influence(Vector.moved(state, BEYOND, state));
        double[] before = new double[n];
        for (double part : NEARER) {
            double[] there = influence(Vector.moved(new double[n], part, state));
            Arrays.setAll(before, j -> there[j] < Double.POSITIVE_INFINITY ? Math.max(before[j], there[j]) : before[j]);
        }
        for (int j = 0; j < n; j++) {
            if (before[j] > 0 && Math.max(here[j], beyond[j]) <= DEAD * before[j]) {
                return true;
            }
        }
        return false;
    }

    /** The largest derivative by each element. */
    private double[] influence(double[] state) {
        double[] jacobian = system.jacobian(state);
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                influence[j] = Math.max(influence[j], Math.abs(jacobian[i * n + j]));
            }
        }
        return influence;
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

package org.macrostate.solvers.nonlinear;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps Newton's method off roots that are known: the residual is multiplied by Π (1/|x − r|² + 1).
 *
 * <p>The deflated Newton step is the plain one times a number (Farrell, Birkisson and Funke, SIAM J. Sci. Comput. 37,
 * A2026, 2015, section 3).
 */
public final class Deflation {
    private final List<double[]> roots = new ArrayList<>();

    /** @param root copied */
    public void add(double[] root) {
        roots.add(root.clone());
    }

    int size() {
        return roots.size();
    }

    /** log Π (1/|x − r|² + 1). */
    double logFactor(double[] x) {
        double sum = 0;
        for (double[] root : roots) {
            sum += Math.log1p(1 / squaredDistance(x, root));
        }
        return sum;
    }

    /** What a plain Newton step has to be multiplied by. */
    double stretch(double[] x, double[] step) {
        double slope = 0;
        for (double[] root : roots) {
            double squared = squaredDistance(x, root);
            double along = 0;
            for (int i = 0; i < x.length; i++) {
                along += (x[i] - root[i]) * step[i];
            }
            slope -= 2 * along / (squared * (1 + squared));
        }
        return 1 / (1 - slope);
    }

    private static double squaredDistance(double[] x, double[] root) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - root[i]) * (x[i] - root[i]);
        }
        return Math.max(sum, Double.MIN_NORMAL);
    }
}

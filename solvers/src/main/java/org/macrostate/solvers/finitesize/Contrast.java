package org.macrostate.solvers.finitesize;

import java.util.List;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Weights c_N with which deviations at several dimensions estimate the one at N → ∞: least squares of a + b/N (+ c/N²
 * from three dimensions on), each dimension weighted with N·runs, the inverse of what its variance is in the limit. The
 * weights depend on no outcome, so the estimate of a right theory is unbiased.
 */
final class Contrast {
    private Contrast() {}

    /** One weight a spread. */
    static double[] intercept(List<Deviations> spreads) {
        int k = spreads.size();
        long distinct =
                spreads.stream().mapToInt(Deviations::dimension).distinct().count();
        int terms = (int) Math.min(distinct, 3);
        double smallest =
                spreads.stream().mapToDouble(Deviations::dimension).min().orElseThrow();
        double[][] powers = new double[terms][k];
        double[][] weighted = new double[terms][k];
        for (int i = 0; i < k; i++) {
            Deviations spread = spreads.get(i);
            for (int j = 0; j < terms; j++) {
                powers[j][i] = Math.pow(smallest / spread.dimension(), j);
                weighted[j][i] = powers[j][i] * spread.dimension() * spread.runs() / smallest;
            }
        }
        double[] normal = new double[terms * terms];
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < terms; j++) {
                normal[i * terms + j] = Vector.dot(weighted[i], powers[j]);
            }
        }
        double[] constant = new double[terms];
        constant[0] = 1;
        LuFactors factors = new LuFactors(terms);
        if (!factors.factor(normal)) {
            throw new IllegalStateException("no weights for " + spreads.size() + " dimensions");
        }
        double[] combination = factors.solve(constant); // of the rows: the normal matrix is symmetric
        double[] weights = new double[k];
        for (int j = 0; j < terms; j++) {
            for (int i = 0; i < k; i++) {
                weights[i] += combination[j] * weighted[j][i];
            }
        }
        return weights;
    }
}

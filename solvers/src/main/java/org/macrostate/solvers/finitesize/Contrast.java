package org.macrostate.solvers.finitesize;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

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
        RealMatrix design = new Array2DRowRealMatrix(k, terms);
        RealMatrix weighted = new Array2DRowRealMatrix(terms, k);
        for (int i = 0; i < k; i++) {
            Deviations spread = spreads.get(i);
            for (int j = 0; j < terms; j++) {
                double power = Math.pow(smallest / spread.dimension(), j);
                design.setEntry(i, j, power);
                weighted.setEntry(j, i, power * spread.dimension() * spread.runs() / smallest);
            }
        }
        RealMatrix normal = weighted.multiply(design);
        return new LUDecomposition(normal, 0).getSolver().solve(weighted).getRow(0);
    }
}

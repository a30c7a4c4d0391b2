package org.macrostate.equations.graph;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.gaussian.GaussianIntegrals;

/**
 * Expectations over so many independent standard normal variables that no product of formulas reaches a stated accuracy: products
 * of Gauss–Hermite formulas without their points of least weight. They are nearly exact for polynomials of each variable, so that means of
 * smooth functions are good where variances are small, as near a collapsed state. The number of points is fixed: results are
 * smooth functions of covariances. What they are off is told by a formula with more nodes.
 */
final class ThinnedProduct {
    /** Nodes of each variable, of five variables, six and so on. */
    private static final int[] NODES = {12, 8, 6, 5};

    private static final int FIRST = GaussianIntegrals.MOST_TO_ACCURACY + 1;

    /** Points of smaller weight are left out. */
    private static final double LEAST = 1e-10;

    private static final int TIME_CHECKED = 1 << 8;

    private final NormalIntegral.Integrand function;
    private final double[] at;
    private final double[] weight;
    private final double[] z;
    private final double[] values;
    private final double[] sums;
    private double total;
    private long points;

    private ThinnedProduct(NormalIntegral.Integrand function, int nodes, int variables, int outputs, int results) {
        this.function = function;
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(nodes);
        at = new double[nodes];
        weight = new double[nodes];
        for (int k = 0; k < nodes; k++) {
            at[k] = Math.sqrt(2) * rule.getPoint(k);
            weight[k] = rule.getWeight(k) / Math.sqrt(Math.PI);
        }
        z = new double[variables];
        values = new double[outputs];
        sums = new double[results];
    }

    /**
     * One element a function.
     *
     * @param variables at least five, at most eight
     * @param accuracy whose rule says whether a formula is asked for that checks another; few digits ask for a coarser one
     */
    static double[] values(
            NormalIntegral.Integrand function, int variables, int outputs, int results, IntegralAccuracy accuracy) {
        int usual = NODES[Math.min(variables - FIRST, NODES.length - 1)];
        int further =
                switch (accuracy.rule()) {
                    case USUAL -> Refinement.isRough(accuracy.digits()) ? -1 : 0;
                    case CHECK_BEFORE -> 1;
                    case CHECK -> 2;
                };
        ThinnedProduct product =
                new ThinnedProduct(function, Math.max(2, usual + further), variables, outputs, results);
        product.over(0, 1);
        for (int j = 0; j < results; j++) {
            product.sums[j] /= product.total;
        }
        return product.sums;
    }

    private void over(int i, double before) {
        if (i == z.length) {
            if (++points % TIME_CHECKED == 0) {
                TimeLimit.check();
            }
            function.at(z, values);
            total += before;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += before * values[j];
            }
            return;
        }
        for (int k = 0; k < at.length; k++) {
            double here = before * weight[k];
            if (here > LEAST) {
                z[i] = at[k];
                over(i + 1, here);
            }
        }
    }
}

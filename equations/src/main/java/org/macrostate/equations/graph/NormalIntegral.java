package org.macrostate.equations.graph;

import org.macrostate.equations.gaussian.GaussianIntegrals;

/**
 * {@code E[f_j(z)]} over independent standard normal variables, each to an accuracy relative to {@code E|f_j|}: with the nodes
 * of a {@link ProductRule}, the same for all functions, where they are smooth or have kinks on planes; what that does not
 * resolve, and functions with kinks of another shape, one by one as a {@link SplitIntegral}.
 */
final class NormalIntegral {
    /** Functions with their values first, then those of functions whose zeros are their kinks. */
    @FunctionalInterface
    interface Integrand {
        void at(double[] z, double[] values);
    }

    /** One more variable would take the adaptive formulas too long. */
    private static final int MOST_SPLIT = 2;

    /** Where an adaptive formula may take over. */
    private static final double MOST_CHANGING_POINTS = 5e5;

    private final Integrand function;
    private final int variables;
    private final int results;
    private final int kinks;
    private final KinkPlaces.Kinks kinksAlone;
    private final boolean planes;
    private final double farther;
    private final double far;
    private final IntegralAccuracy accuracy;

    /**
     * @param results how many functions there are
     * @param kinks how many functions whose zeros are kinks
     * @param kinksAlone these, without the others
     * @param planes whether these are affine
     * @param farther by how much more than the normal density needs the integrals go out, at least 1
     */
    NormalIntegral(
            Integrand function,
            int variables,
            int results,
            int kinks,
            KinkPlaces.Kinks kinksAlone,
            boolean planes,
            double farther,
            IntegralAccuracy accuracy) {
        this.function = function;
        this.variables = variables;
        this.results = results;
        this.kinks = kinks;
        this.kinksAlone = kinksAlone;
        this.planes = planes;
        this.farther = farther;
        this.far = farther * Refinement.far(accuracy.reached());
        this.accuracy = accuracy;
    }

    /** One element a function. */
    double[] values() {
        if (variables == 0) {
            double[] at = new double[results + kinks];
            function.at(new double[0], at);
            return java.util.Arrays.copyOf(at, results);
        }
        if (variables > GaussianIntegrals.MOST_TO_ACCURACY) {
            return LatticeRule.values(function, variables, results + kinks, results, farther, accuracy);
        }
        ProductRule rule = new ProductRule(function, variables, results, results + kinks, far);
        boolean smooth = kinks == 0;
        boolean last = Refinement.isRough(accuracy.digits()) || (smooth && variables > MOST_SPLIT);
        double most = last ? Refinement.mostPoints(accuracy) : MOST_CHANGING_POINTS;
        if (smooth || planes) {
            BreakPlanes breaks = smooth ? BreakPlanes.none(variables) : planes();
            ProductRule.Outcome outcome = rule.converged(accuracy, breaks, most);
            if (outcome.isConverged() || last) {
                return outcome.values();
            }
        }
        double[] scale = rule.scales();
        double[] values = new double[results];
        for (int i = 0; i < results; i++) {
            double unit = scale[i] > 0 ? scale[i] : 1;
            values[i] = new SplitIntegral(
                            function, variables, i, kinksAlone, kinks, results + kinks, accuracy, unit, far)
                    .value();
        }
        return values;
    }

    private BreakPlanes planes() {
        double[] z = new double[variables];
        double[] at = new double[results + kinks];
        function.at(z, at);
        double[][] normal = new double[kinks][variables + 1];
        for (int k = 0; k < kinks; k++) {
            normal[k][variables] = at[results + k];
        }
        for (int i = 0; i < variables; i++) {
            z[i] = 1;
            function.at(z, at);
            z[i] = 0;
            for (int k = 0; k < kinks; k++) {
                normal[k][i] = at[results + k] - normal[k][variables];
            }
        }
        return BreakPlanes.of(normal, variables, far);
    }
}

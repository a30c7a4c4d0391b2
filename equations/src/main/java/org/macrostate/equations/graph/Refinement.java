package org.macrostate.equations.graph;

import org.macrostate.equations.TimeLimit;

/**
 * Sums over nodes that become finer until two results agree so well that the finer one is accurate, relative to the sums of
 * absolute values. Formulas that converge geometrically are asked for: where steps become shorter by a factor, the exponent of
 * the error is longer by its inverse.
 */
final class Refinement {
    /** Steps become shorter by this factor. */
    static final double SHORTER = 0.7;

    static final double FIRST_STEP = 0.8;

    /** Integrals end where so many digits more are negligible than are asked for. */
    static final int FURTHER_DIGITS = 3;

    /** The error of the finer result is at most this fraction of what is asked. */
    private static final double MARGIN = 1.0 / 30;

    private static final double MOST_POINTS = 4e6;

    /** Of formulas that check others, whose error only becomes larger for it. */
    private static final double MOST_CHECKING_POINTS = 4e5;

    /** For a search whose results are corrected. */
    private static final double MOST_ROUGH_POINTS = 3e4;

    /** Digits of such a search. */
    private static final int ROUGH = 4;

    private final int variables;
    private final int results;
    private final IntegralAccuracy accuracy;

    /** Sums of values and of their absolute values. */
    @FunctionalInterface
    interface Sum {
        void over(Nodes nodes, double[] sums, double[] sizes);
    }

    Refinement(int variables, int results, IntegralAccuracy accuracy) {
        this.variables = variables;
        this.results = results;
        this.accuracy = accuracy;
    }

    /** Where the standard normal law ends for so many digits. */
    static double far(int digits) {
        return Math.sqrt(2 * Math.log(10) * (digits + FURTHER_DIGITS)) + 0.5;
    }

    static boolean isRough(int digits) {
        return digits <= ROUGH;
    }

    /** So many points at most, for any number of variables. */
    static double mostPoints(IntegralAccuracy accuracy) {
        if (isRough(accuracy.digits())) {
            return MOST_ROUGH_POINTS;
        }
        return accuracy.isCheck() ? MOST_CHECKING_POINTS : MOST_POINTS;
    }

    /** Whether two results in turn agree so well that the finer one is accurate, as exponents of errors grow. */
    static boolean isAccurate(double[] coarse, double[] fine, double[] sizes, double accuracy) {
        for (int j = 0; j < fine.length; j++) {
            double difference = Math.abs(fine[j] - coarse[j]) / sizes[j];
            if (sizes[j] > 0 && !(Math.pow(difference, 1 / SHORTER) <= accuracy * MARGIN)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all differences are at most so large. */
    static boolean agree(double[] coarse, double[] fine, double[] sizes, double accuracy) {
        for (int j = 0; j < fine.length; j++) {
            if (sizes[j] > 0 && !(Math.abs(fine[j] - coarse[j]) <= accuracy * sizes[j])) {
                return false;
            }
        }
        return true;
    }

    /** With nodes on the line: of the trapezoidal rule, or for the check of a result of the Gauss–Legendre formulas of two halves. */
    double[] values(Sum sum) {
        double far = far(accuracy.reached());
        double[] coarse = new double[results];
        sum.over(nodes(0, far), coarse, new double[results]);
        for (int fineness = 1; ; fineness++) {
            TimeLimit.check();
            Nodes nodes = nodes(fineness, far);
            double[] fine = new double[results];
            double[] sizes = new double[results];
            sum.over(nodes, fine, sizes);
            boolean last = Math.pow(nodes.length() / SHORTER, variables) > mostPoints(accuracy);
            if (accuracy.isReached(coarse, fine, sizes, false)) {
                return accuracy.chosen(coarse, fine, sizes);
            }
            if (last) {
                return accuracy.unconverged(coarse, fine, sizes);
            }
            coarse = fine;
        }
    }

    private Nodes nodes(int fineness, double far) {
        return accuracy.isCheck()
                ? Nodes.onTheLine(ProductRule.legendre(fineness), far)
                : Nodes.trapezoidal(FIRST_STEP * Math.pow(SHORTER, fineness), far);
    }
}

package org.macrostate.equations.graph;

/**
 * How an expectation is integrated.
 *
 * @param digits of accuracy relative to the expectation of the absolute value
 */
public record IntegralAccuracy(int digits, Rule rule) {
    /** How many more digits a result has that others are checked by. */
    private static final int MORE = 4;

    /** Formulas on pieces are off by so many times less after a refinement. */
    private static final double LESS = 5;

    /** Rounding of sums leaves no more. */
    private static final int MOST = 13;

    private static final double ROUNDING = 1e-14;

    /** Times the last change is what an integral that did not converge is said to be off. */
    private static final double UNCONVERGED = 10;

    /** Which formulas, and which of their results. */
    public enum Rule {
        /** The trapezoidal rule, Gauss-Legendre formulas on pieces, and what is finer by its convergence. */
        USUAL,
        /** Others, until two results in turn agree to {@link #MORE} more digits: the finer one. */
        CHECK,
        /** The coarser one of these two. */
        CHECK_BEFORE
    }

    /** Usual formulas. */
    static IntegralAccuracy of(int digits) {
        return new IntegralAccuracy(digits, Rule.USUAL);
    }

    IntegralAccuracy by(Rule other) {
        return new IntegralAccuracy(digits, other);
    }

    boolean isCheck() {
        return rule != Rule.USUAL;
    }

    /** The digits that formulas are refined to. */
    int reached() {
        return isCheck() ? checked(digits) : digits;
    }

    /** The digits of a result that one of {@code digits} is checked by. */
    static int checked(int digits) {
        return Math.max(digits, Math.min(MOST, digits + MORE));
    }

    /**
     * Of two results in turn the one that is asked for; the coarser one with what rounding may have done to either, which no
     * difference of theirs tells where much cancels.
     *
     * @param sizes sums of absolute values
     */
    double[] chosen(double[] coarse, double[] fine, double[] sizes) {
        return chosen(coarse, fine, sizes, 1);
    }

    /** The same where refinement ended before the accuracy was reached: what is left may be several times the last change. */
    double[] unconverged(double[] coarse, double[] fine, double[] sizes) {
        return chosen(coarse, fine, sizes, UNCONVERGED);
    }

    private double[] chosen(double[] coarse, double[] fine, double[] sizes, double apart) {
        if (rule != Rule.CHECK_BEFORE) {
            return fine;
        }
        double[] before = new double[coarse.length];
        for (int j = 0; j < coarse.length; j++) {
            double change = coarse[j] - fine[j];
            before[j] = fine[j] + apart * change + Math.copySign(rounding(sizes[j]), change);
        }
        return before;
    }

    /** What an integral is said to be off whose own estimate is this. */
    static double left(double estimate, boolean converged) {
        return converged ? estimate : UNCONVERGED * estimate;
    }

    /** Of a sum whose absolute values have this sum. */
    static double rounding(double size) {
        return ROUNDING * size;
    }

    /**
     * Whether two results in turn are as accurate as asked, relative to the sums of absolute values.
     *
     * @param pieces whether they are of formulas on pieces
     */
    boolean isReached(double[] coarse, double[] fine, double[] sizes, boolean pieces) {
        double accuracy = Math.pow(10, -reached());
        if (isCheck()) {
            return Refinement.agree(coarse, fine, sizes, accuracy);
        }
        return pieces
                ? Refinement.agree(coarse, fine, sizes, LESS * accuracy)
                : Refinement.isAccurate(coarse, fine, sizes, accuracy);
    }
}

package org.macrostate.equations.graph;

import org.macrostate.equations.TimeLimit;

/**
 * Integrals of several functions over independent standard normal variables with the same nodes: a formula for each variable,
 * given those before, with steps that shorten until two results agree so well that the finer one is accurate. A variable that
 * is not split has the trapezoidal rule, which converges geometrically for functions analytic in a strip (L. N. Trefethen and
 * J. A. C. Weideman, SIAM Rev. 56, 385, 2014); pieces have Gauss–Legendre formulas. Results are checked by other ones:
 * Gauss–Legendre where these are trapezoidal, double exponential ones on pieces (H. Takahasi and M. Mori, Publ. RIMS Kyoto 9, 721, 1974).
 */
final class ProductRule {
    /** After so many points it is asked whether the result is still wanted. */
    private static final int CHECKED = 256;

    private static final int FIRST_NODES = 10;
    private static final double FIRST_DOUBLE_EXPONENTIAL = 0.5;
    private static final double DOUBLE_EXPONENTIAL_END = 3.2;

    /** Finenesses that formulas on pieces are known for, from zero. */
    private static final int FINENESSES = 9;

    private static final Nodes[] LEGENDRE = new Nodes[FINENESSES];
    private static final Nodes[] DOUBLE_EXPONENTIAL = new Nodes[FINENESSES];

    static {
        for (int fineness = 0; fineness < FINENESSES; fineness++) {
            double factor = Math.pow(Refinement.SHORTER, fineness);
            LEGENDRE[fineness] = Nodes.legendre((int) Math.ceil(FIRST_NODES / factor));
            DOUBLE_EXPONENTIAL[fineness] =
                    Nodes.doubleExponential(FIRST_DOUBLE_EXPONENTIAL * factor, DOUBLE_EXPONENTIAL_END);
        }
    }

    private final NormalIntegral.Integrand function;
    private final int variables;
    private final int results;
    private final double far;
    private final double[] z;
    private final double[] values;
    private double[] sums;
    private double[] sizes;
    private long points;

    /** @param outputs of the integrand, of which the first {@code results} are integrated */
    ProductRule(NormalIntegral.Integrand function, int variables, int results, int outputs, double far) {
        this.function = function;
        this.variables = variables;
        this.results = results;
        this.far = far;
        this.z = new double[variables];
        this.values = new double[outputs];
        this.sums = new double[results];
        this.sizes = new double[results];
    }

    /** The integrals, and whether they are as accurate as asked. */
    record Outcome(double[] values, boolean isConverged) {}

    /** Formulas of one fineness. */
    private record Level(Nodes whole, Nodes piece) {}

    /** E|f_j| as far as it was integrated. */
    double[] scales() {
        if (points == 0) {
            apply(level(false, 0), BreakPlanes.none(variables));
        }
        return sizes;
    }

    /** @param most points that may be taken, for any number of variables */
    Outcome converged(IntegralAccuracy accuracy, BreakPlanes breaks, double most) {
        boolean split = accuracy.isCheck();
        for (int i = 0; i < variables; i++) {
            split |= breaks.isSplit(i);
        }
        if (breaks.areTooMany()) {
            return new Outcome(sums, false);
        }
        apply(level(accuracy.isCheck(), 0), breaks);
        double[] before = sums;
        for (int fineness = 1; ; fineness++) {
            double[] coarse = sums;
            double next = points / Math.pow(Refinement.SHORTER, variables);
            if (next > most || (split && fineness == FINENESSES)) {
                return new Outcome(accuracy.unconverged(before, sums, sizes), false);
            }
            apply(level(accuracy.isCheck(), fineness), breaks);
            if (accuracy.isReached(coarse, sums, sizes, split)) {
                return new Outcome(accuracy.chosen(coarse, sums, sizes), true);
            }
            before = coarse;
        }
    }

    /** On [−1, 1], no finer than the finest that is known. */
    static Nodes legendre(int fineness) {
        return LEGENDRE[Math.min(fineness, FINENESSES - 1)];
    }

    private Level level(boolean check, int fineness) {
        Nodes legendre = legendre(fineness);
        return check
                ? new Level(legendre, DOUBLE_EXPONENTIAL[fineness])
                : new Level(
                        Nodes.trapezoidal(Refinement.FIRST_STEP * Math.pow(Refinement.SHORTER, fineness), far),
                        legendre);
    }

    private void apply(Level level, BreakPlanes breaks) {
        sums = new double[results];
        sizes = new double[results];
        points = 0;
        over(0, level, breaks, 1, far * far);
    }

    /** Over the variables from i, the weights of those before and what is left of far² being given. */
    private void over(int i, Level level, BreakPlanes breaks, double weight, double left) {
        if (i == variables) {
            points++;
            if (points % CHECKED == 0) {
                TimeLimit.check();
            }
            function.at(z, values);
            for (int j = 0; j < results; j++) {
                double value = weight * values[j];
                sums[j] += value;
                sizes[j] += Math.abs(value);
            }
            return;
        }
        double r = Math.sqrt(Math.max(0, left));
        if (!breaks.isSplit(i) && level.whole().isOfTheLine()) {
            Nodes nodes = level.whole();
            for (int k = 0; k < nodes.length(); k++) {
                double x = nodes.at(k);
                if (x >= -r && x <= r) {
                    z[i] = x;
                    over(i + 1, level, breaks, weight * nodes.weight(k), left - x * x);
                }
            }
            return;
        }
        Nodes nodes = breaks.isSplit(i) ? level.piece() : level.whole();
        double[] ends = breaks.isSplit(i) ? breaks.ends(i, z, r) : halves(r);
        for (int piece = 0; piece + 1 < ends.length; piece++) {
            double middle = (ends[piece] + ends[piece + 1]) / 2;
            double half = (ends[piece + 1] - ends[piece]) / 2;
            for (int k = 0; half > 0 && k < nodes.length(); k++) {
                double x = middle + half * nodes.at(k);
                z[i] = x;
                double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
                over(i + 1, level, breaks, weight * half * nodes.weight(k) * density, left - x * x);
            }
        }
    }

    private static double[] halves(double r) {
        return r > BreakPlanes.MIDDLE
                ? new double[] {-r, -BreakPlanes.MIDDLE, 0, BreakPlanes.MIDDLE, r}
                : new double[] {-r, 0, r};
    }
}

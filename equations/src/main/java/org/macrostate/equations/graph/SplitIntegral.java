package org.macrostate.equations.graph;

import java.util.List;
import java.util.TreeSet;

/**
 * {@code E[f(z)]} over independent standard normal variables where f has kinks of any shape, or is too steep for formulas with
 * nodes chosen beforehand: one variable after the other, split where a kink is found, by Gauss–Kronrod formulas whose pieces
 * are halved.
 */
final class SplitIntegral {
    /** Pieces of one variable's range at most. */
    private static final int MOST_PIECES = 2000;

    /** Beyond so many values of the integrand no range is cut further: it is wild, and the error that is told says so. */
    private static final long MOST_EVALUATIONS = 20_000_000;

    /** Pieces of one variable's range on which kinks are looked for; others where a result is checked. */
    private static final int SCAN = 48;

    private static final int CHECK_SCAN = 77;

    /** More digits of a check; its inner integrals need three more. */
    private static final int MORE_DIGITS = 1;

    private static final int MOST_DIGITS = 12;

    /** Within so many standard deviations outer integrals are cut at every one. */
    private static final int CORE = 4;

    /** Of so many variables the tolerances of inner integrals are nested twice. */
    private static final int NESTED = 3;

    private static final double INNER = 1e-3;
    private static final double LEAST_WEIGHT = 1e-8;
    private static final double NESTED_INNER = 1e-2;

    private final NormalIntegral.Integrand function;
    private final int variables;
    private final int result;
    private final double tolerance;
    private final double far;
    private final double unit;
    private final IntegralAccuracy accuracy;
    private final KinkPlaces places;
    private final double[] z;
    private final double[] values;
    private long evaluations;

    /**
     * @param result the function to integrate
     * @param count how many functions there are whose zeros are kinks
     * @param outputs of the integrand
     * @param unit that the accuracy is relative to
     * @param far where the normal law ends
     */
    SplitIntegral(
            NormalIntegral.Integrand function,
            int variables,
            int result,
            KinkPlaces.Kinks kinks,
            int count,
            int outputs,
            IntegralAccuracy accuracy,
            double unit,
            double far) {
        this.function = function;
        this.variables = variables;
        this.result = result;
        this.accuracy = accuracy;
        int digits = accuracy.digits();
        this.tolerance = unit
                * Math.pow(
                        10,
                        -(accuracy.isCheck() ? Math.max(digits, Math.min(MOST_DIGITS, digits + MORE_DIGITS)) : digits));
        this.far = far;
        this.unit = unit;
        int scan = accuracy.isCheck() ? CHECK_SCAN : SCAN;
        this.places = new KinkPlaces(kinks, count, variables, far, variables < NESTED ? scan : scan / 2);
        this.z = new double[variables];
        this.values = new double[outputs];
    }

    double value() {
        double[] both = over(0, tolerance / 2);
        // One refinement before, it may have been as far off as that.
        return accuracy.rule() == IntegralAccuracy.Rule.CHECK_BEFORE
                ? both[0] + IntegralAccuracy.left(both[1], both[1] <= tolerance) + IntegralAccuracy.rounding(unit)
                : both[0];
    }

    /** The integral over the variables from i, the earlier ones being fixed, and what it may be off. */
    private double[] over(int i, double inside) {
        double left = far * far;
        for (int j = 0; j < i; j++) {
            left -= z[j] * z[j];
        }
        double[] totals = new double[2];
        if (!(left > 0)) {
            return totals;
        }
        double reach = Math.sqrt(left);
        boolean last = i == variables - 1;
        TreeSet<Double> ends = cuts(last, reach);
        places.add(i, z, reach, ends);
        int pieces = evaluations > MOST_EVALUATIONS ? 1 : MOST_PIECES;
        double a = -reach;
        for (double b : ends) {
            double from = a;
            double width = b - a;
            if (last) {
                AdaptiveQuadrature.add(this::last, a, b, inside, pieces, true, totals);
            } else if (width > 0) {
                AdaptiveQuadrature.add(
                        (s, both) ->
                                outer(i, inside, from + width * s * s * (3 - 2 * s), 6 * width * s * (1 - s), both),
                        0,
                        1,
                        inside,
                        pieces,
                        variables >= NESTED,
                        totals);
            }
            a = b;
        }
        return totals;
    }

    private void last(double x, double[] both) {
        z[variables - 1] = x;
        evaluations++;
        function.at(z, values);
        both[0] = values[result] * density(x);
        both[1] = 0;
    }

    /**
     * In a coordinate in which ends are approached quadratically: where kinks of the next variable meet, its integral begins as a
     * square root, which there is a linear function.
     */
    private void outer(int i, double wanted, double x, double weight, double[] both) {
        z[i] = x;
        // An inner integral must be far better than an outer one asks for, or its errors look like kinks; less so where
        // it weighs little.
        double share = (variables < NESTED ? INNER : NESTED_INNER) / Math.max(density(x), LEAST_WEIGHT);
        double[] inner = over(i + 1, wanted * share);
        both[0] = inner[0] * density(x) * weight;
        both[1] = inner[1] * density(x) * weight;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * Ends of pieces whatever the kinks: an outer integral may bend anywhere, and none of its pieces is so long that the
     * formulas' nodes step over it.
     */
    private TreeSet<Double> cuts(boolean last, double reach) {
        TreeSet<Double> ends = new TreeSet<>();
        if (last) {
            ends.addAll(accuracy.isCheck() ? List.of(-1.0, 1.0) : List.of(0.0));
        } else {
            double step = variables < NESTED ? 1 : 2;
            for (double x = -CORE + (accuracy.isCheck() ? step / 2 : 0); x <= CORE; x += step) {
                ends.add(x);
            }
        }
        ends.removeIf(x -> !(Math.abs(x) < reach));
        ends.add(reach);
        return ends;
    }
}

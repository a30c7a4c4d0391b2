package org.macrostate.equations.graph;

import java.util.Arrays;

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
    private final int results;
    private final int kinks;
    private final double tolerance;
    private final double far;
    private final IntegralAccuracy accuracy;
    private final int scan;
    private final double[] z;
    private final double[] values;
    private long evaluations;

    /**
     * @param result the function to integrate, of {@code results}
     * @param unit that the accuracy is relative to
     * @param far where the normal law ends
     */
    SplitIntegral(
            NormalIntegral.Integrand function,
            int variables,
            int result,
            int results,
            int kinks,
            IntegralAccuracy accuracy,
            double unit,
            double far) {
        this.function = function;
        this.variables = variables;
        this.result = result;
        this.results = results;
        this.kinks = kinks;
        this.accuracy = accuracy;
        int digits = accuracy.digits();
        this.tolerance = unit
                * Math.pow(
                        10,
                        -(accuracy.isCheck() ? Math.max(digits, Math.min(MOST_DIGITS, digits + MORE_DIGITS)) : digits));
        this.scan = accuracy.isCheck() ? CHECK_SCAN : SCAN;
        this.far = far;
        this.z = new double[variables];
        this.values = new double[results + kinks];
    }

    double value() {
        double[] both = over(0, tolerance / 2);
        // One refinement before, it may have been as far off as that.
        return accuracy.rule() == IntegralAccuracy.Rule.CHECK_BEFORE ? both[0] + both[1] : both[0];
    }

    private double f() {
        evaluations++;
        function.at(z, values);
        return values[result];
    }

    /** The integral over the variables from i, the earlier ones being fixed, and what it may be off. */
    private double[] over(int i, double inside) {
        double[] breaks = i == variables - 1 ? splits(i) : cut(outerSplits(i));
        double[] totals = new double[2];
        int pieces = evaluations > MOST_EVALUATIONS ? 1 : MOST_PIECES;
        for (int piece = 0; piece + 1 < breaks.length; piece++) {
            if (i == variables - 1) {
                AdaptiveQuadrature.add(this::last, breaks[piece], breaks[piece + 1], inside, pieces, true, totals);
            } else {
                double a = breaks[piece];
                double width = breaks[piece + 1] - a;
                AdaptiveQuadrature.add(
                        (s, both) -> outer(i, inside, a + width * s * s * (3 - 2 * s), 6 * width * s * (1 - s), both),
                        0,
                        width > 0 ? 1 : 0,
                        inside,
                        pieces,
                        variables >= NESTED,
                        totals);
            }
        }
        return totals;
    }

    private void last(double x, double[] both) {
        z[variables - 1] = x;
        both[0] = f() * density(x);
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

    /** An integral over later variables may bend anywhere: no piece is so long that the formulas' nodes step over it. */
    private double[] cut(double[] ends) {
        java.util.TreeSet<Double> all = new java.util.TreeSet<>();
        for (double end : ends) {
            all.add(end);
        }
        double shift = accuracy.isCheck() ? 0.5 : 0;
        for (double x = -CORE + shift; x <= CORE; x++) {
            all.add(x);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Kinks in a variable that is not the last show where the others are zero; where kinks of the next variable appear or
     * vanish, the least or largest value over it changes its sign, and the integral over it has a kink itself.
     */
    private double[] outerSplits(int i) {
        for (int j = i + 1; j < variables; j++) {
            z[j] = 0;
        }
        java.util.TreeSet<Double> found = new java.util.TreeSet<>();
        for (double split : splits(i)) {
            found.add(split);
        }
        double width = 2 * far / scan;
        for (int k = 0; k < kinks; k++) {
            for (int side = -1; side <= 1; side += 2) {
                double before = extreme(i, -far, k, side);
                for (int s = 1; s <= scan; s++) {
                    double x = -far + width * s;
                    double here = extreme(i, x, k, side);
                    if (before * here < 0) {
                        found.add(tangency(i, k, side, x - width, x, before));
                    }
                    before = here;
                }
            }
        }
        if (i == variables - 2 && kinks > 1) {
            KinkCrossings crossings = new KinkCrossings(
                    (x, y) -> {
                        z[i] = x;
                        at(i + 1, y);
                        return Arrays.copyOfRange(values, results, results + kinks);
                    },
                    far,
                    scan);
            found.addAll(crossings.found());
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double tangency(int i, int kink, int side, double from, double to, double below) {
        return KinkCrossings.change(from, to, x -> extreme(i, x, kink, side) * below > 0);
    }

    /** The largest value of side times a kink's function over the variable after i. */
    private double extreme(int i, double x, int kink, int side) {
        z[i] = x;
        double best = Double.NEGATIVE_INFINITY;
        double at = 0;
        double width = 2 * far / scan;
        for (int s = 0; s <= scan; s++) {
            at(i + 1, -far + width * s);
            if (side * kink(kink) > best) {
                best = side * kink(kink);
                at = -far + width * s;
            }
        }
        double place = GoldenSection.placeOfLeast(
                y -> -side * kinkAt(i + 1, y, kink),
                Math.max(-far, at - width),
                Math.min(far, at + width),
                Double.NEGATIVE_INFINITY);
        return Math.max(best, side * kinkAt(i + 1, place, kink));
    }

    private double[] splits(int i) {
        java.util.TreeSet<Double> found = new java.util.TreeSet<>();
        found.add(-far);
        if (accuracy.isCheck()) {
            found.add(-1.0);
            found.add(1.0);
        } else {
            found.add(0.0);
        }
        found.add(far);
        at(i, -far);
        double[] before = values.clone();
        double[] earlier = before;
        double width = 2 * far / scan;
        for (int s = 1; s <= scan; s++) {
            double x = -far + 2 * far * s / scan;
            at(i, x);
            double[] here = values.clone();
            for (int k = 0; k < kinks; k++) {
                if (here[results + k] == 0) {
                    found.add(x);
                } else if (before[results + k] * here[results + k] < 0) {
                    found.add(root(i, k, x - width, x, before[results + k]));
                } else if (earlier[results + k] * before[results + k] > 0
                        && Math.abs(before[results + k]) <= Math.abs(earlier[results + k])
                        && Math.abs(before[results + k]) <= Math.abs(here[results + k])) {
                    double nearest = nearest(i, k, x - 2 * width, x, before[results + k]);
                    at(i, nearest);
                    if (kink(k) * before[results + k] < 0) {
                        found.add(root(i, k, x - 2 * width, nearest, before[results + k]));
                        found.add(root(i, k, nearest, x, -before[results + k]));
                    }
                }
            }
            earlier = before;
            before = here;
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Where a kink's function is least of its sign: two zeros may be closer than the scan's points. */
    private double nearest(int i, int kink, double from, double to, double sign) {
        double side = Math.signum(sign);
        return GoldenSection.placeOfLeast(x -> side * kinkAt(i, x, kink), from, to, 0);
    }

    private double kinkAt(int i, double x, int kink) {
        at(i, x);
        return kink(kink);
    }

    private void at(int i, double x) {
        z[i] = x;
        function.at(z, values);
    }

    private double root(int i, int kink, double from, double to, double below) {
        return KinkCrossings.zero(from, below, to, kinkAt(i, to, kink), x -> kinkAt(i, x, kink));
    }

    private double kink(int kink) {
        return values[results + kink];
    }
}

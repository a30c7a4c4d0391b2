package org.macrostate.equations.graph;

/**
 * {@code E[f(z)]} over independent standard normal variables, to an accuracy relative to {@code E|f|}. Where f is smooth: the
 * trapezoidal rule, which converges geometrically for functions analytic in a strip (L. N. Trefethen and J. A. C. Weideman,
 * SIAM Rev. 56, 385, 2014), with steps that shorten until two results agree so well that the finer one is accurate. Where f has
 * kinks: one variable after the other, split where a kink is found, by Gauss–Kronrod formulas whose pieces are halved.
 */
final class NormalIntegral {
    /** A function with its values first, then those of functions whose zeros are its kinks. */
    @FunctionalInterface
    interface Integrand {
        void at(double[] z, double[] values);
    }

    /** Steps become shorter by this factor: the exponent of the error longer by its inverse. */
    private static final double SHORTER = 0.7;

    private static final double FIRST_STEP = 0.8;

    /** So many points at most, for any number of variables. */
    private static final double MOST_POINTS = 4e6;

    /** Pieces of one variable's range on which kinks are looked for. */
    private static final int SCAN = 48;

    private static final int BISECTIONS = 60;

    private final Integrand function;
    private final int variables;
    private final int kinks;
    private final double accuracy;
    private final double far;
    private final boolean adaptive;
    private final double[] z;
    private final double[] values;
    private double scale = 1;

    NormalIntegral(Integrand function, int variables, int kinks, int digits) {
        this.function = function;
        this.variables = variables;
        this.kinks = kinks;
        this.accuracy = Math.pow(10, -digits);
        this.far = Math.sqrt(2 * Math.log(10) * (digits + 3)) + 0.5;
        // The check of a result uses the other rule.
        this.adaptive = kinks > 0 || (digits > 10 && variables <= 2);
        this.z = new double[variables];
        this.values = new double[1 + kinks];
    }

    double value() {
        if (variables == 0) {
            return f();
        }
        if (!adaptive) {
            double smooth = trapezoidal();
            if (!Double.isNaN(smooth) || variables > 2) {
                return Double.isNaN(smooth) ? trapezoid(shortest())[0] : smooth;
            }
        }
        double[] rough = trapezoid(FIRST_STEP);
        scale = rough[1] > 0 ? rough[1] : 1;
        return over(0);
    }

    private double f() {
        function.at(z, values);
        return values[0];
    }

    private double shortest() {
        return 2 * far / Math.pow(MOST_POINTS, 1.0 / variables);
    }

    /** NaN if steps as short as there may be are not enough. */
    private double trapezoidal() {
        double step = FIRST_STEP;
        double[] coarse = trapezoid(step);
        while (step * SHORTER >= shortest()) {
            step *= SHORTER;
            double[] fine = trapezoid(step);
            double difference = Math.abs(fine[0] - coarse[0]) / fine[1];
            if (!(fine[1] > 0) || Math.pow(difference, 1 / SHORTER) <= accuracy / 30) {
                return fine[0];
            }
            coarse = fine;
        }
        return Double.NaN;
    }

    /** The sums of f and |f| with the normal density as weight. */
    private double[] trapezoid(double step) {
        double[] sums = new double[2];
        trapezoid(step, 0, Math.pow(step / Math.sqrt(2 * Math.PI), variables), far * far, sums);
        return sums;
    }

    private void trapezoid(double step, int i, double weight, double left, double[] sums) {
        if (i == variables) {
            double value = f();
            sums[0] += weight * value;
            sums[1] += weight * Math.abs(value);
            return;
        }
        int most = (int) (Math.sqrt(left) / step);
        for (int k = -most; k <= most; k++) {
            double x = k * step;
            z[i] = x;
            trapezoid(step, i + 1, weight * Math.exp(-x * x / 2), left - x * x, sums);
        }
    }

    /** The integral over the variables from i, the earlier ones being fixed. */
    private double over(int i) {
        double[] breaks = i == variables - 1 ? splits(i) : outerSplits(i);
        double total = 0;
        double tolerance = accuracy / 30 * scale * (i == 0 ? 1 : 0.1);
        for (int piece = 0; piece + 1 < breaks.length; piece++) {
            total += AdaptiveQuadrature.of(
                    x -> {
                        z[i] = x;
                        double inner = i == variables - 1 ? f() : over(i + 1);
                        return inner * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
                    },
                    breaks[piece],
                    breaks[piece + 1],
                    tolerance,
                    2000,
                    i == variables - 1);
        }
        return total;
    }

    /** Kinks in a variable that is not the last show where the others are zero; the halving finds what this does not. */
    private double[] outerSplits(int i) {
        for (int j = i + 1; j < variables; j++) {
            z[j] = 0;
        }
        return splits(i);
    }

    private double[] splits(int i) {
        java.util.TreeSet<Double> found = new java.util.TreeSet<>();
        found.add(-far);
        found.add(0.0);
        found.add(far);
        double[] before = new double[1 + kinks];
        at(i, -far);
        System.arraycopy(values, 0, before, 0, before.length);
        for (int s = 1; s <= SCAN; s++) {
            double x = -far + 2 * far * s / SCAN;
            at(i, x);
            double[] here = values.clone();
            for (int k = 1; k <= kinks; k++) {
                if (before[k] * here[k] < 0) {
                    found.add(root(i, k, x - 2 * far / SCAN, x, before[k]));
                }
            }
            before = here;
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void at(int i, double x) {
        z[i] = x;
        function.at(z, values);
    }

    private double root(int i, int kink, double from, double to, double below) {
        double a = from;
        double b = to;
        for (int n = 0; n < BISECTIONS; n++) {
            double middle = (a + b) / 2;
            at(i, middle);
            if (values[kink] * below > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return (a + b) / 2;
    }
}

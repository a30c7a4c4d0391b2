package org.macrostate.engine.study.claim;

import java.util.Comparator;
import java.util.stream.IntStream;

/** A quantity over another, in ascending order; both finite. */
public record MeasuredCurve(double[] x, double[] y) {
    /** Sorted by x, without what is not finite. */
    static MeasuredCurve sorted(double[] x, double[] y) {
        int[] order = IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new MeasuredCurve(
                IntStream.of(order).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> y[i]).toArray());
    }

    int length() {
        return x.length;
    }

    /** The part from one abscissa to another. */
    MeasuredCurve between(double from, double to) {
        int[] inside = IntStream.range(0, x.length)
                .filter(i -> x[i] >= from && x[i] <= to)
                .toArray();
        return new MeasuredCurve(
                IntStream.of(inside).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(inside).mapToDouble(i -> y[i]).toArray());
    }

    /** By the cubic through the four nearest points; NaN outside. */
    double at(double abscissa) {
        int n = x.length;
        if (n == 0 || !(abscissa >= x[0] && abscissa <= x[n - 1])) {
            return Double.NaN;
        }
        int right = (int) IntStream.range(0, n).filter(i -> x[i] < abscissa).count();
        if (right < n && x[right] == abscissa) {
            return y[right];
        }
        int first = Math.max(0, Math.min(right - 2, n - 4));
        int last = Math.min(n, first + 4);
        return new MeasuredCurve(
                        java.util.Arrays.copyOfRange(x, first, last), java.util.Arrays.copyOfRange(y, first, last))
                .polynomial(abscissa);
    }

    /** The first abscissa at which the interpolated course lies below (above) a level; NaN if there is none. */
    double crossing(double level, boolean below) {
        for (int i = 0; i < x.length; i++) {
            if (below ? y[i] < level : y[i] > level) {
                return i == 0 ? x[0] : root(x[i - 1], x[i], level, below);
            }
        }
        return Double.NaN;
    }

    private double root(double outside, double inside, double level, boolean below) {
        double a = outside;
        double b = inside;
        for (int i = 0; i < 200 && Math.abs(b - a) > 1e-14 * Math.abs(b); i++) {
            double middle = (a + b) / 2;
            double value = at(middle);
            if (below ? value < level : value > level) {
                b = middle;
            } else {
                a = middle;
            }
        }
        return b;
    }

    /**
     * Where the least value is, and that value: the least of the polynomial through the six points around the least point.
     * Where several points share an abscissa, as on the images of a branch, the least of them counts.
     */
    double[] least() {
        MeasuredCurve single = lowerEnvelope();
        int n = single.x.length;
        int k = IntStream.range(0, n)
                .boxed()
                .min(Comparator.comparingDouble(i -> single.y[i]))
                .orElseThrow(() -> new NotMeasured("there are no finite numbers"));
        if (k == 0 || k == n - 1) {
            return new double[] {single.x[k], single.y[k]};
        }
        int first = Math.max(0, Math.min(k - 2, n - 6));
        MeasuredCurve near = single.between(single.x[first], single.x[Math.min(n - 1, first + 5)]);
        double a = single.x[k - 1];
        double b = single.x[k + 1];
        double section = (3 - Math.sqrt(5)) / 2;
        for (int i = 0; i < 100; i++) {
            double left = a + section * (b - a);
            double right = b - section * (b - a);
            if (near.polynomial(left) < near.polynomial(right)) {
                b = right;
            } else {
                a = left;
            }
        }
        double place = (a + b) / 2;
        double value = near.polynomial(place);
        // at a kink the polynomial overshoots: the point itself is then the better answer
        double depth = Math.min(single.y[k - 1], single.y[k + 1]) - single.y[k];
        return single.y[k] - value <= depth + Math.ulp(single.y[k])
                ? new double[] {place, Math.min(value, single.y[k])}
                : new double[] {single.x[k], single.y[k]};
    }

    /** One point for each abscissa, the lowest. */
    private MeasuredCurve lowerEnvelope() {
        double[] xs = new double[x.length];
        double[] ys = new double[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            boolean again = n > 0 && Math.abs(x[i] - xs[n - 1]) <= 1e-9 * Math.abs(x[i]);
            if (again) {
                ys[n - 1] = Math.min(ys[n - 1], y[i]);
            } else {
                xs[n] = x[i];
                ys[n++] = y[i];
            }
        }
        return new MeasuredCurve(java.util.Arrays.copyOf(xs, n), java.util.Arrays.copyOf(ys, n));
    }

    /** Through all points. */
    private double polynomial(double abscissa) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double weight = 1;
            for (int j = 0; j < x.length; j++) {
                weight *= j == i ? 1 : (abscissa - x[j]) / (x[i] - x[j]);
            }
            sum += weight * y[i];
        }
        return sum;
    }

    MeasuredCurve negated() {
        return new MeasuredCurve(
                x, IntStream.range(0, y.length).mapToDouble(i -> -y[i]).toArray());
    }
}

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
        double sum = 0;
        for (int i = first; i < last; i++) {
            double weight = 1;
            for (int j = first; j < last; j++) {
                weight *= j == i ? 1 : (abscissa - x[j]) / (x[i] - x[j]);
            }
            sum += weight * y[i];
        }
        return sum;
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

    /** Where the least value is, and that value: the vertex of the parabola through the least point and its neighbours. */
    double[] least() {
        int k = IntStream.range(0, y.length)
                .boxed()
                .min(Comparator.comparingDouble(i -> y[i]))
                .orElseThrow(() -> new NotMeasured("there are no finite numbers"));
        if (k == 0 || k == y.length - 1 || x[k] == x[k - 1] || x[k + 1] == x[k]) {
            return new double[] {x[k], y[k]};
        }
        double left = (y[k] - y[k - 1]) / (x[k] - x[k - 1]);
        double right = (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
        double curvature = (right - left) / (x[k + 1] - x[k - 1]);
        double slope = (left * (x[k + 1] - x[k]) + right * (x[k] - x[k - 1])) / (x[k + 1] - x[k - 1]);
        double step = curvature > 0 ? -slope / (2 * curvature) : 0;
        boolean inside = step > x[k - 1] - x[k] && step < x[k + 1] - x[k];
        return inside
                ? new double[] {x[k] + step, y[k] + slope * step + curvature * step * step}
                : new double[] {x[k], y[k]};
    }

    MeasuredCurve negated() {
        return new MeasuredCurve(
                x, IntStream.range(0, y.length).mapToDouble(i -> -y[i]).toArray());
    }
}

package org.macrostate.solvers.finitesize;

import java.util.ArrayList;
import java.util.List;

/**
 * The exponent with which the mean deviation from theory falls with N: least squares of {@code b_p N^α} with one amplitude
 * for each quantity and time and one α for all, each mean weighted by the inverse of its variance. A bias at finite N has
 * α = -1, an error of the theory 0.
 *
 * @param value NaN where the deviations are lost in the noise, or there is one dimension
 * @param error by the jackknife over groups of runs
 */
record BiasExponent(double value, double error) {
    private static final int GROUPS = 20;
    private static final int FEWEST_RUNS = 8;
    private static final double NO_SPREAD = 1e-20;
    private static final double LARGEST_ERROR = 0.5;
    private static final double LOW = -4;
    private static final double HIGH = 2;
    private static final BiasExponent UNKNOWN = new BiasExponent(Double.NaN, Double.NaN);

    /** Mean deviation of a point at one dimension, and its weight. */
    private record Mean(double logDimension, double value, double weight) {}

    /** @param points for each quantity and time, the spreads at all dimensions */
    static BiasExponent of(List<List<Deviations>> points) {
        List<List<Deviations>> moving = points.stream()
                .filter(point -> point.stream()
                                .mapToInt(Deviations::dimension)
                                .distinct()
                                .count()
                        > 1)
                .filter(point -> point.stream().allMatch(s -> s.runs() >= FEWEST_RUNS && s.variance() > NO_SPREAD))
                .toList();
        if (moving.isEmpty()) {
            return UNKNOWN;
        }
        int groups = Math.min(
                GROUPS,
                moving.stream()
                        .flatMap(List::stream)
                        .mapToInt(Deviations::runs)
                        .min()
                        .orElseThrow());
        double[] without = new double[groups];
        double mean = 0;
        for (int g = 0; g < groups; g++) {
            without[g] = exponent(means(moving, g, groups));
            mean += without[g] / groups;
        }
        double squares = 0;
        for (double value : without) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares * (groups - 1) / groups);
        double value = exponent(means(moving, -1, groups));
        boolean atEdge = value < LOW + 0.1 || value > HIGH - 0.1;
        return error < LARGEST_ERROR && !atEdge ? new BiasExponent(value, error) : UNKNOWN;
    }

    private static List<List<Mean>> means(List<List<Deviations>> points, int left, int groups) {
        List<List<Mean>> means = new ArrayList<>();
        for (List<Deviations> point : points) {
            List<Mean> row = new ArrayList<>();
            for (Deviations spread : point) {
                double sum = 0;
                int count = 0;
                for (int run = 0; run < spread.runs(); run++) {
                    if (run % groups != left) {
                        sum += spread.deviations()[run];
                        count++;
                    }
                }
                row.add(new Mean(Math.log(spread.dimension()), sum / count, count / spread.variance()));
            }
            means.add(row);
        }
        return means;
    }

    /** The minimum of the residual, which may have several: a grid, then golden sections. */
    private static double exponent(List<List<Mean>> points) {
        double best = LOW;
        double step = 0.1;
        for (double alpha = LOW; alpha <= HIGH; alpha += step) {
            best = residual(points, alpha) < residual(points, best) ? alpha : best;
        }
        double low = best - step;
        double high = best + step;
        double ratio = (Math.sqrt(5) - 1) / 2;
        while (high - low > 1e-6) {
            double inner = high - ratio * (high - low);
            double outer = low + ratio * (high - low);
            if (residual(points, inner) < residual(points, outer)) {
                high = outer;
            } else {
                low = inner;
            }
        }
        return (low + high) / 2;
    }

    private static double residual(List<List<Mean>> points, double alpha) {
        double residual = 0;
        for (List<Mean> point : points) {
            double above = 0;
            double below = 0;
            double squares = 0;
            double scale = point.get(0).logDimension();
            for (Mean mean : point) {
                double power = Math.exp(alpha * (mean.logDimension() - scale));
                above += mean.weight() * mean.value() * power;
                below += mean.weight() * power * power;
                squares += mean.weight() * mean.value() * mean.value();
            }
            residual += squares - above * above / below;
        }
        return residual;
    }
}

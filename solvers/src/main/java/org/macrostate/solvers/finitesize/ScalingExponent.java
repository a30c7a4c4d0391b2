package org.macrostate.solvers.finitesize;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The exponent with which the spread of runs falls with N: one slope of log(standard deviation) against log N, common
 * to all quantities and times.
 *
 * @param error by the jackknife over runs
 */
record ScalingExponent(double value, double error) {
    private static final double NO_SPREAD = 1e-20;

    /**
     * @param points for each quantity and time, the spreads at all dimensions
     */
    static ScalingExponent of(List<List<Deviations>> points) {
        List<List<Deviations>> spread = points.stream()
                .filter(point -> point.size() > 1)
                .filter(point -> point.stream().allMatch(s -> s.runs() > 3 && s.variance() > NO_SPREAD))
                .toList();
        if (spread.isEmpty()) {
            return new ScalingExponent(Double.NaN, Double.NaN);
        }
        int runs = spread.get(0).stream().mapToInt(Deviations::runs).min().orElseThrow();
        double[] without = new double[runs];
        double mean = 0;
        for (int i = 0; i < runs; i++) {
            int left = i;
            without[i] = slope(spread, s -> s.varianceWithout(left));
            mean += without[i] / runs;
        }
        double squares = 0;
        for (double slope : without) {
            squares += (slope - mean) * (slope - mean);
        }
        return new ScalingExponent(slope(spread, Deviations::variance), Math.sqrt(squares * (runs - 1) / runs));
    }

    private static double slope(List<List<Deviations>> points, ToDoubleFunction<Deviations> variance) {
        double above = 0;
        double below = 0;
        for (List<Deviations> point : points) {
            double center = point.stream()
                    .mapToDouble(s -> Math.log(s.dimension()))
                    .average()
                    .orElseThrow();
            for (Deviations spread : point) {
                double x = Math.log(spread.dimension()) - center;
                above += x * Math.log(Math.max(variance.applyAsDouble(spread), NO_SPREAD)) / 2;
                below += x * x;
            }
        }
        return above / below;
    }
}

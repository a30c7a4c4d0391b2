package org.macrostate.solvers.sgd;

import java.util.List;

/** Means and variances of rows, and how many standard errors two samples of rows lie apart. */
final class Moments {
    final double[] mean;
    final double[] variance;
    private final double[] fourth;
    private final int count;

    Moments(List<double[]> rows) {
        count = rows.size();
        int n = rows.get(0).length;
        mean = new double[n];
        variance = new double[n];
        fourth = new double[n];
        for (int i = 0; i < n; i++) {
            int column = i;
            mean[i] = rows.stream().mapToDouble(r -> r[column]).average().orElseThrow();
            variance[i] = rows.stream()
                            .mapToDouble(r -> Math.pow(r[column] - mean[column], 2))
                            .sum()
                    / (count - 1);
            fourth[i] = rows.stream()
                    .mapToDouble(r -> Math.pow(r[column] - mean[column], 4))
                    .average()
                    .orElseThrow();
        }
    }

    double meanDistance(Moments other, int i) {
        double error = variance[i] / count + other.variance[i] / other.count;
        return (mean[i] - other.mean[i]) / Math.sqrt(error);
    }

    double varianceDistance(Moments other, int i) {
        double error = (fourth[i] - variance[i] * variance[i]) / count
                + (other.fourth[i] - other.variance[i] * other.variance[i]) / other.count;
        return (variance[i] - other.variance[i]) / Math.sqrt(error);
    }
}

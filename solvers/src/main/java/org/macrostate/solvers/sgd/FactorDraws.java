package org.macrostate.solvers.sgd;

import java.util.List;

/**
 * Draws random factors.
 *
 * @param points the values of each factor; none if it is normal
 * @param cumulative sums of their probabilities
 */
record FactorDraws(List<double[]> points, List<double[]> cumulative) {
    FactorDraws {
        points = List.copyOf(points);
        cumulative = List.copyOf(cumulative);
    }

    void draw(Draws draws, double[] into, int offset) {
        for (int i = 0; i < points.size(); i++) {
            double[] own = points.get(i);
            into[offset + i] = own.length == 0 ? draws.normal() : discrete(own, cumulative.get(i), draws);
        }
    }

    private static double discrete(double[] points, double[] sums, Draws draws) {
        double u = draws.uniform() * sums[sums.length - 1];
        int k = 0;
        while (k < points.length - 1 && u >= sums[k]) {
            k++;
        }
        return points[k];
    }
}

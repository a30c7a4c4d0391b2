package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes and weights of a formula for E[f(ζ)], ζ standard normal.
 *
 * @param points increasing
 * @param weights add up to one
 */
record NormalNodes(List<Double> points, List<Double> weights) {
    /** Beyond, the normal density is below 1e-55. */
    private static final double FAR = 16;

    /** Beyond, the normal law has 1e-15 of its weight. */
    private static final double END = 8;

    NormalNodes {
        points = List.copyOf(points);
        weights = List.copyOf(weights);
    }

    /** Gauss–Hermite: exact for polynomials of degree {@code 2n − 1}. */
    static NormalNodes smooth(int n) {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(n);
        List<Double> points = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            points.add(Math.sqrt(2) * rule.getPoint(i));
            weights.add(rule.getWeight(i) / Math.sqrt(Math.PI));
        }
        return new NormalNodes(points, weights);
    }

    /**
     * Formulas that converge geometrically for functions analytic in a strip: the trapezoidal rule; or, for functions with a kink
     * at zero, Gauss–Legendre on both half lines, as far as the normal law has 1e-15 of its weight.
     *
     * @param n even
     */
    static NormalNodes converging(int n, boolean kinked) {
        double[] points = new double[n];
        double[] weights = new double[n];
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(n / 2, 0, END);
        double step = 2 * END / n;
        for (int i = 0; i < n / 2; i++) {
            double x = kinked ? rule.getPoint(i) : (i + 0.5) * step;
            double weight = (kinked ? rule.getWeight(i) : step) * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            points[n / 2 + i] = x;
            points[n / 2 - 1 - i] = -x;
            weights[n / 2 + i] = weight;
            weights[n / 2 - 1 - i] = weight;
        }
        return new NormalNodes(
                Arrays.stream(points).boxed().toList(),
                Arrays.stream(weights).boxed().toList());
    }

    /**
     * Gauss's formula for the half line with the normal density (Maxwell polynomials), on both sides: exact for
     * functions that are one polynomial of degree {@code n − 1} left of zero and another one right of it.
     *
     * @param n even
     */
    static NormalNodes kinked(int n) {
        int half = n / 2;
        GaussFormula positive = GaussFormula.of(grid(), half);
        List<Double> points = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            points.add(-positive.points().get(i));
            weights.add(positive.weights().get(i) / 2);
        }
        for (int i = half - 1; i >= 0; i--) {
            points.add(-points.get(i));
            weights.add(weights.get(i));
        }
        return new NormalNodes(points, weights);
    }

    private static List<double[]> grid() {
        List<double[]> grid = new ArrayList<>();
        int panels = 32;
        for (int p = 0; p < panels; p++) {
            GaussIntegrator rule = new GaussIntegratorFactory().legendre(24, p * FAR / panels, (p + 1) * FAR / panels);
            for (int i = 0; i < rule.getNumberOfPoints(); i++) {
                double x = rule.getPoint(i);
                grid.add(new double[] {x, rule.getWeight(i) * Math.exp(-x * x / 2)});
            }
        }
        return grid;
    }
}

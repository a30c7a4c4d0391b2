package org.macrostate.equations.graph;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes and weights of an integration formula, on [−1, 1], or on the line with the standard normal density as a part of the
 * weights.
 */
final class Nodes {
    private final double[] at;
    private final double[] weight;
    private final boolean line;

    private Nodes(double[] at, double[] weight, boolean line) {
        this.at = at;
        this.weight = weight;
        this.line = line;
    }

    boolean isOfTheLine() {
        return line;
    }

    int length() {
        return at.length;
    }

    double at(int k) {
        return at[k];
    }

    double weight(int k) {
        return weight[k];
    }

    /** The trapezoidal rule on the line, from −far to far. */
    static Nodes trapezoidal(double step, double far) {
        int most = (int) (far / step);
        double[] at = new double[2 * most + 1];
        double[] weight = new double[at.length];
        for (int k = -most; k <= most; k++) {
            double x = k * step;
            at[k + most] = x;
            weight[k + most] = step / Math.sqrt(2 * Math.PI) * Math.exp(-x * x / 2);
        }
        return new Nodes(at, weight, true);
    }

    /** A formula on each half of the line, from −far to far. */
    static Nodes onTheLine(Nodes half, double far) {
        int n = half.length();
        double[] at = new double[2 * n];
        double[] weight = new double[2 * n];
        for (int k = 0; k < n; k++) {
            double x = far / 2 * (1 + half.at[k]);
            double own = far / 2 * half.weight[k] * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            at[k] = x;
            at[n + k] = -x;
            weight[k] = own;
            weight[n + k] = own;
        }
        return new Nodes(at, weight, true);
    }

    /** The Gauss–Legendre formula of n nodes. */
    static Nodes legendre(int n) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(n);
        double[] at = new double[n];
        double[] weight = new double[n];
        for (int k = 0; k < n; k++) {
            at[k] = rule.getPoint(k);
            weight[k] = rule.getWeight(k);
        }
        return new Nodes(at, weight, false);
    }

    /** x = tanh(π/2 sinh t) with the trapezoidal rule in t, from −end to end. */
    static Nodes doubleExponential(double step, double end) {
        int most = (int) (end / step);
        double[] at = new double[2 * most + 1];
        double[] weight = new double[at.length];
        for (int k = -most; k <= most; k++) {
            double s = Math.PI / 2 * Math.sinh(k * step);
            double c = Math.cosh(s);
            at[k + most] = Math.tanh(s);
            weight[k + most] = step * Math.PI / 2 * Math.cosh(k * step) / (c * c);
        }
        return new Nodes(at, weight, false);
    }
}

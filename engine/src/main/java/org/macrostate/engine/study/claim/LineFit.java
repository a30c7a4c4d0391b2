package org.macrostate.engine.study.claim;

/**
 * A straight line by least squares.
 *
 * @param slopeError standard error of the slope; NaN for two points
 */
public record LineFit(double slope, double intercept, double slopeError) {
    static LineFit of(double[] x, double[] y) {
        int n = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += x[i] / n;
            meanY += y[i] / n;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        double intercept = meanY - slope * meanX;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            double off = y[i] - intercept - slope * x[i];
            rest += off * off;
        }
        return new LineFit(slope, intercept, n > 2 ? Math.sqrt(rest / (n - 2) / xx) : Double.NaN);
    }

    /** The standard error of the slope that independent standard errors of the ordinates leave. */
    static double propagated(double[] x, double[] errors) {
        double mean = java.util.Arrays.stream(x).average().orElse(Double.NaN);
        double xx = 0;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double off = x[i] - mean;
            xx += off * off;
            sum += off * off * errors[i] * errors[i];
        }
        return Math.sqrt(sum) / xx;
    }
}

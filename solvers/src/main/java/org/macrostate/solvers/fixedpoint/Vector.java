package org.macrostate.solvers.fixedpoint;

/** The few operations on plain vectors that the solvers share. */
public final class Vector {
    private Vector() {}

    /** The largest modulus; NaN if an element is NaN. */
    public static double maxNorm(double[] x) {
        double max = 0;
        for (double v : x) {
            double modulus = Math.abs(v);
            if (!(modulus <= max)) {
                max = modulus;
            }
            if (Double.isNaN(v)) {
                return Double.NaN;
            }
        }
        return max;
    }

    public static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    public static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** x + factor · step, a new array. */
    public static double[] moved(double[] x, double factor, double[] step) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * step[i];
        }
        return y;
    }

    /** The vector of length one along another, which is not zero. */
    public static double[] unit(double[] x) {
        return moved(new double[x.length], 1 / norm(x), x);
    }

    /** The largest difference of elements. */
    public static double distance(double[] x, double[] y) {
        double max = 0;
        for (int i = 0; i < x.length; i++) {
            max = Math.max(max, Math.abs(x[i] - y[i]));
        }
        return max;
    }
}

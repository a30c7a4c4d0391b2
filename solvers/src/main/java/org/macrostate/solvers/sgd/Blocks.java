package org.macrostate.solvers.sgd;

/** The inner loops over coordinates, laid out so that the just-in-time compiler keeps the processor's lanes full. */
final class Blocks {
    /** Coordinates handled at a time: a few vectors of this length stay in the first-level cache. */
    static final int LENGTH = 256;

    private Blocks() {}

    /** Σ x_k y_k over from ≤ k &lt; to, in four partial sums. */
    static double dot(double[] x, double[] y, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = from;
        for (; k < to - 3; k += 4) {
            a += x[k] * y[k];
            b += x[k + 1] * y[k + 1];
            c += x[k + 2] * y[k + 2];
            d += x[k + 3] * y[k + 3];
        }
        for (; k < to; k++) {
            a += x[k] * y[k];
        }
        return (a + b) + (c + d);
    }

    /** Adds Σ x_k a_k, Σ x_k b_k and Σ x_k² over from ≤ k &lt; to to three sums; each x is read once. */
    static void dots(double[] x, double[] a, double[] b, int from, int to, double[] sums) {
        double p = 0;
        double q = 0;
        double r = 0;
        double s = 0;
        double t = 0;
        double u = 0;
        int k = from;
        for (; k < to - 1; k += 2) {
            double first = x[k];
            double second = x[k + 1];
            p += first * a[k];
            q += second * a[k + 1];
            r += first * b[k];
            s += second * b[k + 1];
            t += first * first;
            u += second * second;
        }
        if (k < to) {
            p += x[k] * a[k];
            r += x[k] * b[k];
            t += x[k] * x[k];
        }
        sums[0] += p + q;
        sums[1] += r + s;
        sums[2] += t + u;
    }

    /** x_k becomes {@code a x_k + b y_k} over from ≤ k &lt; to. */
    static void scaleAndAdd(double[] x, double a, double[] y, double b, int from, int to) {
        for (int k = from; k < to; k++) {
            x[k] = a * x[k] + b * y[k];
        }
    }

    /**
     * out[k - from] = Σ_i coefficients[i] sources[i][k] over from ≤ k &lt; to.
     *
     * @param terms how many of the sources count, at least 1
     */
    static void combine(double[] out, double[][] sources, double[] coefficients, int terms, int from, int to) {
        int done = 1;
        if (terms >= 3) {
            three(out, sources, coefficients, from, to);
            done = 3;
        } else if (terms == 2) {
            two(out, sources, coefficients, from, to);
            done = 2;
        } else {
            one(out, sources[0], coefficients[0], from, to);
        }
        for (; done < terms; done++) {
            addTo(out, sources[done], coefficients[done], from, to);
        }
    }

    private static void one(double[] out, double[] x, double a, int from, int to) {
        for (int k = 0; k < to - from; k++) {
            out[k] = a * x[from + k];
        }
    }

    private static void two(double[] out, double[][] sources, double[] coefficients, int from, int to) {
        double[] x = sources[0];
        double[] y = sources[1];
        double a = coefficients[0];
        double b = coefficients[1];
        for (int k = 0; k < to - from; k++) {
            out[k] = a * x[from + k] + b * y[from + k];
        }
    }

    private static void three(double[] out, double[][] sources, double[] coefficients, int from, int to) {
        double[] x = sources[0];
        double[] y = sources[1];
        double[] z = sources[2];
        double a = coefficients[0];
        double b = coefficients[1];
        double c = coefficients[2];
        for (int k = 0; k < to - from; k++) {
            out[k] = a * x[from + k] + b * y[from + k] + c * z[from + k];
        }
    }

    private static void addTo(double[] out, double[] x, double a, int from, int to) {
        for (int k = 0; k < to - from; k++) {
            out[k] += a * x[from + k];
        }
    }
}

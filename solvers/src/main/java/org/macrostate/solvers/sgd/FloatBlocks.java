package org.macrostate.solvers.sgd;

/** The inner loops of {@link Blocks} in single precision; sums over {@value Blocks#LENGTH} coordinates are added up in double. */
final class FloatBlocks {
    private FloatBlocks() {}

    /** Σ x_k y_k over from ≤ k &lt; to. */
    static double dot(float[] x, float[] y, int from, int to) {
        double sum = 0;
        for (int begin = from; begin < to; begin += Blocks.LENGTH) {
            sum += block(x, y, begin, Math.min(to, begin + Blocks.LENGTH));
        }
        return sum;
    }

    private static float block(float[] x, float[] y, int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
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

    /** Adds Σ x_k a_k, Σ x_k b_k and Σ x_k² over a block from ≤ k &lt; to to three sums; each x is read once. */
    static void dots(float[] x, float[] a, float[] b, int from, int to, double[] sums) {
        float p = 0;
        float q = 0;
        float r = 0;
        float s = 0;
        float t = 0;
        float u = 0;
        int k = from;
        for (; k < to - 1; k += 2) {
            float first = x[k];
            float second = x[k + 1];
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

    /** x_k becomes {@code x_k + b y_k} over from ≤ k &lt; to. */
    static void add(float[] x, float[] y, double b, int from, int to) {
        float along = (float) b;
        for (int k = from; k < to; k++) {
            x[k] += along * y[k];
        }
    }

    /** x_k becomes {@code a x_k + b y_k} over from ≤ k &lt; to. */
    static void scaleAndAdd(float[] x, double a, float[] y, double b, int from, int to) {
        float scale = (float) a;
        float along = (float) b;
        for (int k = from; k < to; k++) {
            x[k] = scale * x[k] + along * y[k];
        }
    }

    /**
     * out[k - from] = Σ_i coefficients[i] sources[i][k] over from ≤ k &lt; to.
     *
     * @param terms how many of the sources count, at least 1
     */
    static void combine(float[] out, float[][] sources, double[] coefficients, int terms, int from, int to) {
        java.util.Arrays.fill(out, 0, to - from, 0);
        for (int i = 0; i < terms; i++) {
            addTo(out, sources[i], (float) coefficients[i], from, to);
        }
    }

    private static void addTo(float[] out, float[] x, float a, int from, int to) {
        for (int k = 0; k < to - from; k++) {
            out[k] += a * x[from + k];
        }
    }
}

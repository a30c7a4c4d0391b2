package org.macrostate.solvers.integrate;

/**
 * {@code out = y + h Σ weight · slope} in one pass over the elements, without the zero weights of a Butcher array. One
 * method a number of terms: a loop over terms inside the loop over elements is what makes a general code slow.
 */
public final class StageSum {
    private final int[] stages;
    private final double[] weights;

    /** @param row of a Butcher array; zeros in it are left out */
    StageSum(double[] row) {
        stages = java.util.stream.IntStream.range(0, row.length)
                .filter(i -> row[i] != 0)
                .toArray();
        weights = java.util.Arrays.stream(stages).mapToDouble(i -> row[i]).toArray();
        if (stages.length == 0) {
            throw new IllegalArgumentException("a stage without a weight");
        }
    }

    /**
     * @param y n elements, not modified
     * @param slopes of the stages, n elements each, not modified
     * @param out n elements, overwritten
     */
    public void apply(double[] y, double h, double[][] slopes, double[] out) {
        double[] base = y;
        int at = 0;
        while (at < stages.length) {
            int terms = Math.min(stages.length - at, stages.length == 5 || stages.length == 9 ? 5 : 4);
            add(base, h, slopes, at, terms, out);
            base = out;
            at += terms;
        }
    }

    private void add(double[] y, double h, double[][] k, int at, int terms, double[] out) {
        double[] k0 = k[stages[at]];
        double w0 = h * weights[at];
        if (terms == 1) {
            one(y, w0, k0, out);
            return;
        }
        double[] k1 = k[stages[at + 1]];
        double w1 = h * weights[at + 1];
        if (terms == 2) {
            two(y, w0, k0, w1, k1, out);
            return;
        }
        double[] k2 = k[stages[at + 2]];
        double w2 = h * weights[at + 2];
        if (terms == 3) {
            three(y, w0, k0, w1, k1, w2, k2, out);
            return;
        }
        double[] k3 = k[stages[at + 3]];
        double w3 = h * weights[at + 3];
        if (terms == 4) {
            four(y, w0, k0, w1, k1, w2, k2, w3, k3, out);
            return;
        }
        five(y, w0, k0, w1, k1, w2, k2, w3, k3, h * weights[at + 4], k[stages[at + 4]], out);
    }

    private static void one(double[] y, double a, double[] p, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = y[i] + a * p[i];
        }
    }

    private static void two(double[] y, double a, double[] p, double b, double[] q, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = y[i] + (a * p[i] + b * q[i]);
        }
    }

    private static void three(
            double[] y, double a, double[] p, double b, double[] q, double c, double[] r, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = y[i] + (a * p[i] + b * q[i] + c * r[i]);
        }
    }

    private static void four(
            double[] y,
            double a,
            double[] p,
            double b,
            double[] q,
            double c,
            double[] r,
            double d,
            double[] s,
            double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = y[i] + ((a * p[i] + b * q[i]) + (c * r[i] + d * s[i]));
        }
    }

    private static void five(
            double[] y,
            double a,
            double[] p,
            double b,
            double[] q,
            double c,
            double[] r,
            double d,
            double[] s,
            double e,
            double[] v,
            double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = y[i] + ((a * p[i] + b * q[i]) + (c * r[i] + d * s[i]) + e * v[i]);
        }
    }
}

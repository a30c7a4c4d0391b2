package org.macrostate.solvers.sgd;

import java.util.Random;

/** SGD of {@link Problems#critic()} by hand: both samples are formed coordinate by coordinate. */
final class PlainCritic {
    private final int n;
    private final double[] u;
    private final double[] a;
    private final double[] b;
    private final Random random;

    /** Starts with u, a, b along the first axes: a.u = s, a.a = q, b.u = p, a.b = c, b.b = e. */
    PlainCritic(int n, double s, double q, double p, double c, double e, long seed) {
        this.n = n;
        this.random = new Random(seed);
        this.u = new double[n];
        this.a = new double[n];
        this.b = new double[n];
        double root = Math.sqrt(n);
        double across = Math.sqrt(q - s * s);
        double along = (c - s * p) / across;
        u[0] = root;
        a[0] = s * root;
        a[1] = across * root;
        b[0] = p * root;
        b[1] = along * root;
        b[2] = Math.sqrt(e - p * p - along * along) * root;
    }

    void steps(int count, double weight, double decay, double rate) {
        double root = Math.sqrt(n);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int step = 0; step < count; step++) {
            double sign = random.nextBoolean() ? 1 : -1;
            double g = random.nextDouble() < 0.2 ? -2 : 0.5;
            double zeta = random.nextGaussian();
            double r = 0;
            double f = 0;
            double o = 0;
            for (int k = 0; k < n; k++) {
                x[k] = sign * u[k] / root + random.nextGaussian();
                y[k] = (g * b[k] + sign * u[k] / 2) / root + random.nextGaussian() / 2;
                r += a[k] * x[k] / root;
                f += a[k] * y[k] / root;
                o += b[k] * y[k] / root;
            }
            double slope = 1 - Math.tanh(f) * Math.tanh(f);
            for (int k = 0; k < n; k++) {
                double forA = (r - zeta) * x[k] + (-weight * slope - (o - f)) * y[k];
                double forB = (o - f) * y[k];
                // y itself is made of b: it moves with it by g/√n.
                double through = g * ((-weight * slope - (o - f)) * a[k] + (o - f) * b[k]);
                double nextA = a[k] - rate * (forA / root + decay * (a[k] + b[k]) / n);
                b[k] += rate / 2 * (forB / root + (decay * a[k] + through) / n);
                a[k] = nextA;
            }
        }
    }

    /** Q, s, u.b, a.b, b.b. */
    double[] state() {
        return new double[] {dot(a, a), dot(u, a), dot(u, b), dot(a, b), dot(b, b)};
    }

    private double dot(double[] left, double[] right) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += left[k] * right[k] / n;
        }
        return sum;
    }
}

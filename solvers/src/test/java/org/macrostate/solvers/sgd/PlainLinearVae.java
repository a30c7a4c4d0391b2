package org.macrostate.solvers.sgd;

import java.util.SplittableRandom;

/** SGD of the linear VAE with one latent and one signal, written by hand from THEORY section 5 with plain arrays. */
final class PlainLinearVae {
    private final int n;
    private final double[] u;
    private final double[] w;
    private final double[] v;
    private double variance = 1;
    private final SplittableRandom random;

    PlainLinearVae(int n, long seed) {
        this.n = n;
        this.random = new SplittableRandom(seed);
        this.u = new double[n];
        this.w = new double[n];
        this.v = new double[n];
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** u has norm √N and random direction; w = a u + b r, v = c u + e r with r orthogonal to u. */
    void start(double m, double d, double normW, double overlapV) {
        double[] r = new double[n];
        double uu = 0;
        for (int i = 0; i < n; i++) {
            u[i] = normal();
            r[i] = normal();
            uu += u[i] * u[i];
        }
        double ur = 0;
        for (int i = 0; i < n; i++) {
            u[i] *= Math.sqrt(n / uu);
            ur += u[i] * r[i] / n;
        }
        double rr = 0;
        for (int i = 0; i < n; i++) {
            r[i] -= ur * u[i];
            rr += r[i] * r[i];
        }
        for (int i = 0; i < n; i++) {
            r[i] *= Math.sqrt(n / rr);
            w[i] = m * u[i] + normW * r[i];
            v[i] = d * u[i] + overlapV * r[i];
        }
    }

    void steps(int count, double rho, double eta, double beta, double lambda, double tau, double tauD) {
        double[] x = new double[n];
        for (int step = 0; step < count; step++) {
            double c = Math.sqrt(rho / n) * normal();
            double h = 0;
            double z = 0;
            double q = 0;
            for (int i = 0; i < n; i++) {
                x[i] = c * u[i] + Math.sqrt(eta) * normal();
                h += w[i] * x[i] / Math.sqrt(n);
                z += v[i] * x[i] / Math.sqrt(n);
                q += w[i] * w[i] / n;
            }
            for (int i = 0; i < n; i++) {
                double gw = -z * x[i] / Math.sqrt(n) + (z * z + variance + lambda) * w[i] / n;
                double gv = ((beta + q) * z - h) * x[i] / Math.sqrt(n) + lambda * v[i] / n;
                w[i] -= tau * gw;
                v[i] -= tau * gv;
            }
            variance -= tauD / n * (beta / 2 * (1 - 1 / variance) + q / 2);
        }
    }

    /** m, d, Q, E, R, D. */
    double[] state() {
        return new double[] {dot(w, u), dot(v, u), dot(w, w), dot(v, v), dot(w, v), variance};
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * b[i] / n;
        }
        return sum;
    }
}

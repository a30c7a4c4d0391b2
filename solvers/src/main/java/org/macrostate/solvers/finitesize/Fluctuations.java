package org.macrostate.solvers.finitesize;

import java.util.ArrayList;
import java.util.List;

/**
 * The covariance Σ of √N (G_N - G) along a trajectory: dΣ/dt = JΣ + ΣJᵀ + B (THEORY section 6).
 *
 * @param length n
 */
public record Fluctuations(int length) {
    /** Largest product of a step and the Jacobian's norm. */
    private static final double STEP = 0.2;

    /** What a knot of the trajectory contributes, each n·n row by row. */
    public record Knot(double t, double[] jacobian, double[] diffusion) {}

    /**
     * Integrates by the classical Runge–Kutta method, with J and B linear between knots.
     *
     * @param knots ascending in t
     * @param initial Σ at the first knot, n·n; zeros where all runs share their start, or theory starts from each run's
     * @return Σ at every knot
     */
    public List<double[]> covariances(List<Knot> knots, double[] initial) {
        List<double[]> covariances = new ArrayList<>();
        double[] sigma = initial.clone();
        covariances.add(sigma.clone());
        for (int k = 1; k < knots.size(); k++) {
            Knot from = knots.get(k - 1);
            Knot to = knots.get(k);
            double norm = Math.max(norm(from.jacobian()), norm(to.jacobian()));
            int steps = (int) Math.ceil((to.t() - from.t()) * norm / STEP) + 1;
            for (int s = 0; s < steps; s++) {
                step(from, to, (double) s / steps, 1.0 / steps, sigma);
            }
            covariances.add(sigma.clone());
        }
        return covariances;
    }

    /** Standard deviations of √N (G_N - G), from a covariance. */
    public double[] deviations(double[] covariance) {
        double[] deviations = new double[length];
        for (int i = 0; i < length; i++) {
            deviations[i] = Math.sqrt(Math.max(0, covariance[i * length + i]));
        }
        return deviations;
    }

    private static double norm(double[] matrix) {
        double sum = 0;
        for (double x : matrix) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }

    private void step(Knot from, Knot to, double at, double width, double[] sigma) {
        double h = width * (to.t() - from.t());
        double[] k1 = rate(from, to, at, sigma);
        double[] k2 = rate(from, to, at + width / 2, plus(sigma, h / 2, k1));
        double[] k3 = rate(from, to, at + width / 2, plus(sigma, h / 2, k2));
        double[] k4 = rate(from, to, at + width, plus(sigma, h, k3));
        for (int i = 0; i < sigma.length; i++) {
            sigma[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
    }

    private static double[] plus(double[] x, double h, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = x[i] + h * y[i];
        }
        return sum;
    }

    private double[] rate(Knot from, Knot to, double at, double[] sigma) {
        double[] jacobian = plus(plus(from.jacobian(), -at, from.jacobian()), at, to.jacobian());
        double[] rate = plus(plus(from.diffusion(), -at, from.diffusion()), at, to.diffusion());
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                double product = 0;
                for (int k = 0; k < length; k++) {
                    product += jacobian[i * length + k] * sigma[k * length + j];
                }
                rate[i * length + j] += product;
                rate[j * length + i] += product;
            }
        }
        return rate;
    }
}

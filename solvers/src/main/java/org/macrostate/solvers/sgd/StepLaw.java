package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;

/**
 * Increments of the order parameters in one step, times N, in the limit of large N (THEORY sections 3 and 6).
 *
 * @param draws how many steps were sampled
 * @param mean n; estimates the drift d(state)/dt
 * @param covariance n·n, row by row; estimates the diffusion B of √N (G_N - G)
 */
public record StepLaw(int draws, double[] mean, double[] covariance) {
    /** N of the steps: their 1/N corrections and the rounding of increments both lie near 1e-8. */
    private static final int LARGE = 100_000_000;

    static StepLaw sample(BoundModel model, double[] parameters, double t, double[] state, int count, long seed) {
        if (count < 2) {
            throw new IllegalArgumentException("a covariance takes at least 2 draws, asked for " + count);
        }
        int n = state.length;
        double[] gram = InitialGramMatrix.fixed(model, parameters);
        double[] scalars = new double[model.inputs().scalarCount()];
        model.columns().scatter(state, gram, scalars);
        Draws draws = new Draws(Seeds.of(seed, LARGE, (int) Double.doubleToLongBits(t) ^ count, true));
        int r = model.vectors().count();
        List<Microstate> laws = new ArrayList<>();
        for (int directions : Directions.of(model, parameters, LARGE).counts()) {
            laws.add(new OverlapLaw(
                    LARGE,
                    directions,
                    r,
                    model.vectors().trained(),
                    model.inputs().sampleCount(),
                    model.batch(parameters),
                    draws));
        }
        OverlapChain chain = new OverlapChain(model, laws, draws, parameters, LARGE, gram, scalars);
        double[] mean = new double[n];
        double[] products = new double[n * n];
        double[] before = new double[n];
        for (int k = 0; k < count; k++) {
            chain.restart(t, gram, scalars);
            chain.step();
            double[] increment = model.columns().observe(chain);
            for (int i = 0; i < n; i++) {
                increment[i] = (increment[i] - state[i]) * LARGE;
                before[i] = increment[i] - mean[i];
                mean[i] += before[i] / (k + 1);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    products[i * n + j] += before[i] * (increment[j] - mean[j]);
                }
            }
        }
        for (int i = 0; i < products.length; i++) {
            products[i] /= count - 1;
        }
        return new StepLaw(count, mean, products);
    }

    /** The standard error of one component of the mean. */
    public double standardError(int i) {
        return Math.sqrt(covariance[i * mean.length + i] / draws);
    }
}

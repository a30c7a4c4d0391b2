package org.macrostate.solvers.sgd;

import org.macrostate.solvers.nonlinear.Cholesky;

/**
 * The exact law of a step's noise as the overlaps feel it (THEORY section 6): projections on the vectors are L e with
 * L Lᵀ = G, and what is orthogonal to all vectors enters through a Wishart matrix with N - r degrees of freedom. A step
 * costs O(r³) whatever N is.
 */
final class OverlapLaw implements Microstate {
    private final double dimension;
    private final int count;
    private final int trained;
    private final int samples;
    private final double[] root;
    private final double[] normals;
    private final double[] inside;
    private final double[] scale;
    private final double[] lone;
    private final Wishart outside;
    private final int degreesOutside;
    private final Draws draws;

    /**
     * @param dimension N, which overlaps are measured by
     * @param length how many directions there are, at least the number of vectors: N, or those of the block
     * @param count r
     * @param trained r_t
     * @param samples S
     * @param batch draws averaged in a step
     */
    OverlapLaw(int dimension, int length, int count, int trained, int samples, int batch, Draws draws) {
        this.dimension = dimension;
        this.count = count;
        this.trained = trained;
        this.samples = samples;
        this.root = new double[count * count];
        this.normals = new double[samples * count];
        this.inside = new double[trained * count];
        this.scale = new double[trained * trained];
        boolean single = samples == 1 && batch == 1;
        this.lone = new double[single ? trained : 0];
        this.degreesOutside = length - count;
        this.outside = new Wishart(trained, length - count, draws);
        this.draws = draws;
    }

    @Override
    public void draw(double[] gram, double[] projections) {
        Cholesky.lower(gram, count, root);
        draws.normals(normals, 0, normals.length);
        for (int s = 0; s < samples; s++) {
            for (int j = 0; j < count; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += root[j * count + k] * normals[s * count + k];
                }
                projections[s * count + j] = sum;
            }
        }
    }

    @Override
    public void add(double[] amplitudes) {
        if (lone.length > 0) {
            System.arraycopy(amplitudes, 0, lone, 0, trained);
            return;
        }
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < trained; i++) {
                double a = amplitudes[s * trained + i];
                for (int k = 0; k < count; k++) {
                    inside[i * count + k] += a * normals[s * count + k];
                }
                for (int j = 0; j < trained; j++) {
                    scale[i * trained + j] += a * amplitudes[s * trained + j];
                }
            }
        }
    }

    @Override
    public void move(double[] linear, double[] square) {
        if (lone.length > 0) {
            moveAlongOneNoise(square);
            return;
        }
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < trained; j++) {
                double sum = 0;
                for (int k = 0; k < count; k++) {
                    sum += inside[i * count + k] * inside[j * count + k];
                }
                square[i * trained + j] = sum;
            }
        }
        outside.addTo(scale, square);
        for (int i = 0; i < square.length; i++) {
            square[i] /= dimension;
        }
        java.util.Arrays.fill(inside, 0);
        java.util.Arrays.fill(scale, 0);
    }

    /** With one noise n, p_i·p_j/N = a_i a_j |n|²/N, and |n|² is χ² with N degrees, r of them drawn already. */
    private void moveAlongOneNoise(double[] square) {
        double norm = 0;
        for (double normal : normals) {
            norm += normal * normal;
        }
        if (degreesOutside > 0) {
            norm += draws.chiSquare(degreesOutside);
        }
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < trained; j++) {
                square[i * trained + j] = lone[i] * lone[j] * norm / dimension;
            }
        }
    }

    @Override
    public void measure(double[] gram) {
        // There is nothing beneath the overlaps: they are the state itself.
    }
}

package org.macrostate.solvers.sgd;

/**
 * The vectors in R^N, or their coordinates in one block of it. Noise that is isotropic there lets the fixed ones lie in the span of the first coordinates, so that they are
 * stored and multiplied there only.
 */
final class RealVectors implements Microstate {
    private final int length;
    private final double dimension;
    private final int fixed;
    private final int trained;
    private final double[][] vectors;
    private final double[][] noises;
    private final double[] noiseSquares;
    private final double[][] collected;
    private final double[] amplitudes;
    private final double[] sums = new double[3];
    private final double[][] scratch;
    private final double[][] sources;
    private final double[] coefficients;
    private final Draws draws;

    /**
     * @param dimension N, which overlaps are measured by
     * @param length how many coordinates there are: N, or those of the block
     * @param vectors fixed ones of length {@code fixed}, then trained ones of all coordinates; the latter are moved
     * @param samples S
     * @param batch draws averaged in a step
     */
    RealVectors(int dimension, int length, int fixed, double[][] vectors, int samples, int batch, Draws draws) {
        this.dimension = dimension;
        this.length = length;
        this.fixed = fixed;
        this.vectors = vectors;
        this.trained = vectors.length - fixed;
        this.noises = new double[samples][length];
        this.noiseSquares = new double[samples * samples];
        this.collected = new double[batch == 1 ? 0 : trained][length];
        this.amplitudes = new double[samples * trained];
        this.scratch = new double[trained][Blocks.LENGTH];
        this.sources = new double[trained + Math.max(samples, 1)][];
        this.coefficients = new double[sources.length];
        this.draws = draws;
    }

    @Override
    public void draw(double[] gram, double[] projections) {
        int r = vectors.length;
        java.util.Arrays.fill(projections, 0, noises.length * r, 0);
        java.util.Arrays.fill(noiseSquares, 0);
        for (int from = 0; from < length; from += Blocks.LENGTH) {
            int to = Math.min(length, from + Blocks.LENGTH);
            for (int s = 0; s < noises.length; s++) {
                draws.normals(noises[s], from, to);
                project(s, from, to, projections);
            }
        }
        double root = 1 / Math.sqrt(dimension);
        for (int s = 0; s < noises.length; s++) {
            for (int j = 0; j < fixed; j++) {
                projections[s * r + j] = Blocks.dot(noises[s], vectors[j], 0, fixed);
            }
            for (int j = 0; j < r; j++) {
                projections[s * r + j] *= root;
            }
        }
    }

    private void project(int s, int from, int to, double[] projections) {
        int r = vectors.length;
        double[] noise = noises[s];
        boolean squared = collected.length > 0;
        int j = fixed;
        for (; j < r - 1; j += 2) {
            java.util.Arrays.fill(sums, 0);
            Blocks.dots(noise, vectors[j], vectors[j + 1], from, to, sums);
            projections[s * r + j] += sums[0];
            projections[s * r + j + 1] += sums[1];
            noiseSquares[s * noises.length + s] += squared ? 0 : sums[2];
            squared = true;
        }
        if (j < r) {
            projections[s * r + j] += Blocks.dot(noise, vectors[j], from, to);
        }
        if (collected.length == 0) {
            for (int e = 0; e <= s; e++) {
                if (e < s || !squared) {
                    noiseSquares[s * noises.length + e] += Blocks.dot(noise, noises[e], from, to);
                }
            }
        }
    }

    @Override
    public void add(double[] added) {
        System.arraycopy(added, 0, amplitudes, 0, amplitudes.length);
        for (int i = 0; i < collected.length; i++) {
            for (int s = 0; s < noises.length; s++) {
                double a = added[s * trained + i];
                double[] noise = noises[s];
                double[] sum = collected[i];
                for (int k = 0; k < length; k++) {
                    sum[k] += a * noise[k];
                }
            }
        }
    }

    @Override
    public void move(double[] linear, double[] square) {
        squares(square);
        if (collected.length == 0 && noises.length == 1 && areApart(linear)) {
            moveApart(linear);
            moveAlongFixed(linear);
            return;
        }
        for (int from = 0; from < length; from += Blocks.LENGTH) {
            int to = Math.min(length, from + Blocks.LENGTH);
            for (int i = 0; i < trained; i++) {
                int terms = terms(i, linear);
                Blocks.combine(scratch[i], sources, coefficients, terms, from, to);
            }
            for (int i = 0; i < trained; i++) {
                System.arraycopy(scratch[i], 0, vectors[fixed + i], from, to - from);
            }
        }
        moveAlongFixed(linear);
        for (double[] sum : collected) {
            java.util.Arrays.fill(sum, 0);
        }
    }

    /** True if no trained vector moves along another. */
    private boolean areApart(double[] linear) {
        int r = vectors.length;
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < trained; j++) {
                if (j != i && linear[i * r + fixed + j] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each vector is scaled and moves along the one noise. */
    private void moveApart(double[] linear) {
        int r = vectors.length;
        double root = 1 / Math.sqrt(dimension);
        for (int i = 0; i < trained; i++) {
            double scale = 1 + linear[i * r + fixed + i] / dimension;
            Blocks.scaleAndAdd(vectors[fixed + i], scale, noises[0], amplitudes[i] * root, 0, length);
        }
    }

    private void squares(double[] square) {
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j <= i; j++) {
                double value =
                        collected.length > 0 ? Blocks.dot(collected[i], collected[j], 0, length) : noiseSquare(i, j);
                square[i * trained + j] = value / dimension;
                square[j * trained + i] = value / dimension;
            }
        }
    }

    private double noiseSquare(int i, int j) {
        double value = 0;
        for (int s = 0; s < noises.length; s++) {
            for (int e = 0; e < noises.length; e++) {
                double product = noiseSquares[Math.max(s, e) * noises.length + Math.min(s, e)];
                value += amplitudes[s * trained + i] * amplitudes[e * trained + j] * product;
            }
        }
        return value;
    }

    /** Lists what trained vector i becomes: itself, other trained vectors, noises. */
    private int terms(int i, double[] linear) {
        int r = vectors.length;
        sources[0] = vectors[fixed + i];
        coefficients[0] = 1 + linear[i * r + fixed + i] / dimension;
        int terms = 1;
        for (int j = 0; j < trained; j++) {
            double coefficient = linear[i * r + fixed + j];
            if (j != i && coefficient != 0) {
                sources[terms] = vectors[fixed + j];
                coefficients[terms++] = coefficient / dimension;
            }
        }
        double root = 1 / Math.sqrt(dimension);
        if (collected.length > 0) {
            sources[terms] = collected[i];
            coefficients[terms++] = root;
            return terms;
        }
        for (int s = 0; s < noises.length; s++) {
            if (amplitudes[s * trained + i] != 0) {
                sources[terms] = noises[s];
                coefficients[terms++] = amplitudes[s * trained + i] * root;
            }
        }
        return terms;
    }

    private void moveAlongFixed(double[] linear) {
        int r = vectors.length;
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < fixed; j++) {
                double coefficient = linear[i * r + j] / dimension;
                for (int k = 0; k < fixed; k++) {
                    vectors[fixed + i][k] += coefficient * vectors[j][k];
                }
            }
        }
    }

    @Override
    public void scale(int i, double factor) {
        double[] vector = vectors[fixed + i];
        for (int k = 0; k < vector.length; k++) {
            vector[k] *= factor;
        }
    }

    @Override
    public void measure(double[] gram) {
        measure(vectors, fixed, length, dimension, gram);
    }

    /** Fixed vectors have but their first coordinates. */
    static void measure(double[][] vectors, int fixed, int length, double dimension, double[] gram) {
        int r = vectors.length;
        for (int i = fixed; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                double overlap = Blocks.dot(vectors[i], vectors[j], 0, j < fixed ? fixed : length) / dimension;
                gram[i * r + j] = overlap;
                gram[j * r + i] = overlap;
            }
        }
    }
}

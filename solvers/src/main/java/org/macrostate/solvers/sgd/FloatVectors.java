package org.macrostate.solvers.sgd;

/**
 * {@link RealVectors} in single precision: half the memory, and two normals of each random word. Sums over blocks of
 * coordinates are added up in double precision. A trained vector is a factor in double precision times its floats: a decay, which
 * moves all coordinates by the same small part, would be rounded alike in every step. What is added to coordinates is rounded
 * to some 10⁻⁷ of them, in either direction alike.
 */
final class FloatVectors implements Microstate {
    private final int length;
    private final double dimension;
    private final int fixed;
    private final int trained;
    private final float[][] vectors;
    private final float[][] noises;
    private final double[] noiseSquares;
    private final float[][] collected;
    private final double[] amplitudes;
    private final double[] sums = new double[3];
    private final float[][] scratch;
    private final float[][] sources;
    private final double[] coefficients;
    /** By which the floats of each vector are to be multiplied. */
    private final double[] factors;

    private final Draws draws;

    /**
     * @param dimension N, which overlaps are measured by
     * @param length how many coordinates there are: N, or those of the block
     * @param start fixed ones of length {@code fixed}, then trained ones of all coordinates
     * @param samples S
     * @param batch draws averaged in a step
     */
    FloatVectors(int dimension, int length, int fixed, double[][] start, int samples, int batch, Draws draws) {
        this.dimension = dimension;
        this.length = length;
        this.fixed = fixed;
        this.vectors = rounded(start);
        this.trained = vectors.length - fixed;
        this.noises = new float[samples][length];
        this.noiseSquares = new double[samples * samples];
        this.collected = new float[batch == 1 ? 0 : trained][length];
        this.amplitudes = new double[samples * trained];
        this.scratch = new float[trained][Blocks.LENGTH];
        this.sources = new float[trained + Math.max(samples, 1)][];
        this.coefficients = new double[sources.length];
        this.factors = new double[vectors.length];
        java.util.Arrays.fill(factors, 1);
        this.draws = draws;
    }

    private static float[][] rounded(double[][] vectors) {
        float[][] rounded = new float[vectors.length][];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = new float[vectors[i].length];
            for (int k = 0; k < rounded[i].length; k++) {
                rounded[i][k] = (float) vectors[i][k];
            }
        }
        return rounded;
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
                projections[s * r + j] = FloatBlocks.dot(noises[s], vectors[j], 0, fixed);
            }
            for (int j = 0; j < r; j++) {
                projections[s * r + j] *= root * factors[j];
            }
        }
    }

    private void project(int s, int from, int to, double[] projections) {
        int r = vectors.length;
        float[] noise = noises[s];
        boolean squared = collected.length > 0;
        int j = fixed;
        for (; j < r - 1; j += 2) {
            java.util.Arrays.fill(sums, 0);
            FloatBlocks.dots(noise, vectors[j], vectors[j + 1], from, to, sums);
            projections[s * r + j] += sums[0];
            projections[s * r + j + 1] += sums[1];
            noiseSquares[s * noises.length + s] += squared ? 0 : sums[2];
            squared = true;
        }
        if (j < r) {
            projections[s * r + j] += FloatBlocks.dot(noise, vectors[j], from, to);
        }
        if (collected.length == 0) {
            for (int e = 0; e <= s; e++) {
                if (e < s || !squared) {
                    noiseSquares[s * noises.length + e] += FloatBlocks.dot(noise, noises[e], from, to);
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
                float[] noise = noises[s];
                float[] sum = collected[i];
                for (int k = 0; k < length; k++) {
                    sum[k] += (float) a * noise[k];
                }
            }
        }
    }

    @Override
    public void move(double[] linear, double[] square) {
        squares(square);
        if (collected.length == 0 && noises.length == 1 && areApart(linear)) {
            moveApart(linear);
        } else {
            moveTogether(linear);
        }
        moveAlongFixed(linear);
        for (float[] sum : collected) {
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
        double root = 1 / Math.sqrt(dimension);
        for (int i = 0; i < trained; i++) {
            double factor = factor(i, linear);
            float[] vector = vectors[fixed + i];
            if (isModerate(factor)) {
                FloatBlocks.add(vector, noises[0], amplitudes[i] * root / factor, 0, length);
                factors[fixed + i] = factor;
            } else {
                FloatBlocks.scaleAndAdd(vector, factor, noises[0], amplitudes[i] * root, 0, length);
                factors[fixed + i] = 1;
            }
        }
    }

    /** The factor of a trained vector after the step. */
    private double factor(int i, double[] linear) {
        return factors[fixed + i] * (1 + linear[i * vectors.length + fixed + i] / dimension);
    }

    /** Whether a factor may stay beside the floats. */
    private static boolean isModerate(double factor) {
        return factor >= 0.5 && factor <= 2;
    }

    private void moveTogether(double[] linear) {
        for (int from = 0; from < length; from += Blocks.LENGTH) {
            int to = Math.min(length, from + Blocks.LENGTH);
            for (int i = 0; i < trained; i++) {
                int terms = terms(i, linear);
                FloatBlocks.combine(scratch[i], sources, coefficients, terms, from, to);
            }
            for (int i = 0; i < trained; i++) {
                System.arraycopy(scratch[i], 0, vectors[fixed + i], from, to - from);
            }
        }
        for (int i = 0; i < trained; i++) {
            double factor = factor(i, linear);
            factors[fixed + i] = isModerate(factor) ? factor : 1;
        }
    }

    /** Lists what the floats of trained vector i become: themselves, other trained vectors, noises. */
    private int terms(int i, double[] linear) {
        int r = vectors.length;
        double factor = factor(i, linear);
        double unit = isModerate(factor) ? 1 / factor : 1;
        sources[0] = vectors[fixed + i];
        coefficients[0] = isModerate(factor) ? 1 : factor;
        int terms = 1;
        for (int j = 0; j < trained; j++) {
            double coefficient = linear[i * r + fixed + j];
            if (j != i && coefficient != 0) {
                sources[terms] = vectors[fixed + j];
                coefficients[terms++] = coefficient / dimension * factors[fixed + j] * unit;
            }
        }
        double root = unit / Math.sqrt(dimension);
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
                double coefficient = linear[i * r + j] / dimension / factors[fixed + i];
                for (int k = 0; k < fixed; k++) {
                    vectors[fixed + i][k] += (float) (coefficient * vectors[j][k]);
                }
            }
        }
    }

    private void squares(double[] square) {
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j <= i; j++) {
                double value = collected.length > 0
                        ? FloatBlocks.dot(collected[i], collected[j], 0, length)
                        : noiseSquare(i, j);
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

    @Override
    public void scale(int i, double factor) {
        double product = factors[fixed + i] * factor;
        if (isModerate(product)) {
            factors[fixed + i] = product;
            return;
        }
        float[] vector = vectors[fixed + i];
        for (int k = 0; k < vector.length; k++) {
            vector[k] *= (float) product;
        }
        factors[fixed + i] = 1;
    }

    /** Fixed vectors have but their first coordinates. */
    @Override
    public void measure(double[] gram) {
        int r = vectors.length;
        for (int i = fixed; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                double product = FloatBlocks.dot(vectors[i], vectors[j], 0, j < fixed ? fixed : length);
                double overlap = product * factors[i] * factors[j] / dimension;
                gram[i * r + j] = overlap;
                gram[j * r + i] = overlap;
            }
        }
    }
}

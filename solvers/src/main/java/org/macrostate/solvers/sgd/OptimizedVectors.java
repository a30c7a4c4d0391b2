package org.macrostate.solvers.sgd;

import java.util.Arrays;

/**
 * Vectors in R^N whose steps go through an optimizer with a memory. Their overlaps do not follow from the overlaps before,
 * so they are measured after each step.
 */
final class OptimizedVectors implements Microstate {
    private final int length;
    private final double dimension;
    private final int fixed;
    private final int trained;
    private final double[][] vectors;
    private final double[][] noises;
    private final double[][] steps;
    private final double[][] first;
    private final double[][] second;
    private final double[] firstScalar;
    private final double[] secondScalar;
    private final Optimizer optimizer;
    private final Draws draws;
    private long count;

    /** @param vectors as those of {@link RealVectors} */
    OptimizedVectors(
            int dimension,
            int length,
            int fixed,
            double[][] vectors,
            int samples,
            int scalars,
            Optimizer optimizer,
            Draws draws) {
        this.dimension = dimension;
        this.length = length;
        this.fixed = fixed;
        this.trained = vectors.length - fixed;
        this.vectors = vectors;
        this.noises = new double[samples][length];
        this.steps = new double[trained][length];
        this.first = new double[trained][length];
        this.second = new double[trained][optimizer instanceof Optimizer.Adam ? length : 0];
        this.firstScalar = new double[scalars];
        this.secondScalar = new double[scalars];
        this.optimizer = optimizer;
        this.draws = draws;
    }

    @Override
    public void draw(double[] gram, double[] projections) {
        int r = vectors.length;
        for (int s = 0; s < noises.length; s++) {
            draws.normals(noises[s], 0, length);
            for (int j = 0; j < r; j++) {
                int end = j < fixed ? fixed : length;
                projections[s * r + j] = Blocks.dot(noises[s], vectors[j], 0, end) / Math.sqrt(dimension);
            }
        }
    }

    @Override
    public void add(double[] amplitudes) {
        double root = 1 / Math.sqrt(dimension);
        for (int i = 0; i < trained; i++) {
            for (int s = 0; s < noises.length; s++) {
                addTo(steps[i], noises[s], amplitudes[s * trained + i] * root, length);
            }
        }
    }

    @Override
    public void move(double[] linear, double[] square) {
        int r = vectors.length;
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < r; j++) {
                addTo(steps[i], vectors[j], linear[i * r + j] / dimension, j < fixed ? fixed : length);
            }
        }
        count++;
        for (int i = 0; i < trained; i++) {
            turn(steps[i], first[i], second[i], length, Math.sqrt(dimension));
        }
        for (int i = 0; i < trained; i++) {
            addTo(vectors[fixed + i], steps[i], 1, length);
            Arrays.fill(steps[i], 0);
        }
    }

    private static void addTo(double[] into, double[] x, double factor, int length) {
        for (int k = 0; factor != 0 && k < length; k++) {
            into[k] += factor * x[k];
        }
    }

    /** Steps of plain SGD become the optimizer's. */
    private void turn(double[] step, double[] mean, double[] square, int elements, double unit) {
        if (optimizer instanceof Optimizer.Momentum momentum) {
            for (int k = 0; k < elements; k++) {
                mean[k] = momentum.mu() * mean[k] + step[k];
                step[k] = mean[k];
            }
        } else if (optimizer instanceof Optimizer.Adam adam) {
            double firstBias = 1 - Math.pow(adam.beta1(), (double) count);
            double secondBias = 1 - Math.pow(adam.beta2(), (double) count);
            for (int k = 0; k < elements; k++) {
                mean[k] = adam.beta1() * mean[k] + (1 - adam.beta1()) * step[k];
                square[k] = adam.beta2() * square[k] + (1 - adam.beta2()) * step[k] * step[k];
                double scale = Math.sqrt(square[k] / secondBias) + Optimizer.Adam.EPSILON;
                step[k] = adam.rate() / unit * (mean[k] / firstBias) / scale;
            }
        }
    }

    @Override
    public void turnScalars(double[] rates) {
        for (int i = 0; i < rates.length; i++) {
            rates[i] /= dimension;
        }
        turn(rates, firstScalar, secondScalar, rates.length, dimension);
        for (int i = 0; i < rates.length; i++) {
            rates[i] *= dimension;
        }
    }

    @Override
    public int measureEvery() {
        return 1;
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
        RealVectors.measure(vectors, fixed, length, dimension, gram);
    }
}

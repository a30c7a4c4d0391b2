package org.macrostate.solvers.sgd;

import org.macrostate.equations.BadInput;

/**
 * The vectors, or only the overlaps, at the start of a run. Noise is isotropic, so any rotation of the vectors starts
 * the same process: those with prescribed overlaps are laid along the first r axes, fixed ones foremost.
 */
final class StartState {
    private final BoundModel model;
    private final int dimension;
    private final double[] fixedGram;
    private final StartValues values;
    private final Start start;

    /**
     * @throws BadInput if the start is none of this model, its overlaps are those of no vectors, or N is smaller than
     *     the number of vectors
     */
    StartState(BoundModel model, double[] parameters, int dimension, Start start) {
        int r = model.vectors().count();
        if (dimension < r) {
            throw new BadInput("dimension must be at least the number of vectors, " + r + ", was " + dimension);
        }
        this.model = model;
        this.dimension = dimension;
        this.fixedGram = InitialGramMatrix.fixed(model, parameters);
        this.values = new StartValues(model, start);
        this.start = start;
        if (start instanceof Start.Prescribed) {
            InitialGramMatrix.check(prescribed(), r, r, "the prescribed overlaps are");
        }
    }

    double[] scalars() {
        return values.scalars();
    }

    private double[] prescribed() {
        double[] gram = fixedGram.clone();
        values.overlaps(gram);
        return gram;
    }

    /** Fixed vectors, their first coordinates only, then trained ones, all N of them. */
    double[][] vectors(Draws draws) {
        int r = model.vectors().count();
        int fixed = model.vectors().fixed();
        boolean random = start instanceof Start.Random;
        double[] root = new double[r * r];
        Cholesky.lower(random ? fixedGram : prescribed(), r, root);
        double[][] vectors = new double[r][];
        double[] variances = values.variances();
        for (int i = 0; i < r; i++) {
            vectors[i] = new double[i < fixed ? fixed : dimension];
            if (random && i >= fixed) {
                double deviation = Math.sqrt(variances[i - fixed]);
                for (int k = 0; k < dimension; k++) {
                    vectors[i][k] = deviation * draws.normal();
                }
            } else {
                for (int k = 0; k <= i; k++) {
                    vectors[i][k] = Math.sqrt(dimension) * root[i * r + k];
                }
            }
        }
        return vectors;
    }

    /** The overlaps alone, of the same law as those of {@link #vectors}. */
    double[] overlaps(Draws draws) {
        return start instanceof Start.Random ? randomOverlaps(draws) : prescribed();
    }

    private double[] randomOverlaps(Draws draws) {
        int r = model.vectors().count();
        int fixed = model.vectors().fixed();
        int trained = model.vectors().trained();
        double[] root = new double[r * r];
        Cholesky.lower(fixedGram, r, root);
        double[] along = new double[trained * fixed];
        draws.normals(along, 0, along.length);
        double[] products = new double[trained * trained];
        double[] identity = new double[trained * trained];
        for (int i = 0; i < trained; i++) {
            identity[i * trained + i] = 1;
            for (int j = 0; j < trained; j++) {
                for (int k = 0; k < fixed; k++) {
                    products[i * trained + j] += along[i * fixed + k] * along[j * fixed + k];
                }
            }
        }
        new Wishart(trained, dimension - fixed, draws).addTo(identity, products);
        double[] gram = fixedGram.clone();
        double[] variances = values.variances();
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < trained; j++) {
                gram[(fixed + i) * r + fixed + j] =
                        Math.sqrt(variances[i] * variances[j]) * products[i * trained + j] / dimension;
            }
            for (int u = 0; u < fixed; u++) {
                double sum = 0;
                for (int k = 0; k <= u; k++) {
                    sum += root[u * r + k] * along[i * fixed + k];
                }
                double overlap = Math.sqrt(variances[i] / dimension) * sum;
                gram[(fixed + i) * r + u] = overlap;
                gram[u * r + fixed + i] = overlap;
            }
        }
        return gram;
    }
}

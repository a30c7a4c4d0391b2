package org.macrostate.solvers.sgd;

import org.macrostate.equations.BadInput;
import org.macrostate.solvers.nonlinear.Cholesky;

/**
 * The vectors, or only the overlaps, at the start of a run. Noise is isotropic in each block, so any rotation of the
 * vectors within the blocks starts the same process: those with prescribed overlaps are laid along the first r axes of each block, fixed ones foremost.
 */
final class StartState {
    private final BoundModel model;
    private final int dimension;
    private final Directions directions;
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
        this.directions = Directions.of(model, parameters, dimension);
        this.fixedGram = InitialGramMatrix.fixed(model, parameters);
        this.values = new StartValues(model, start);
        this.start = start;
        if (start instanceof Start.Prescribed) {
            double[] prescribed = prescribed();
            for (int b = 0; b < model.blocks(); b++) {
                String where = model.blocks() == 1 ? "" : " in block " + (b + 1);
                InitialGramMatrix.check(
                        InitialGramMatrix.block(prescribed, r, b), r, r, "the prescribed overlaps" + where + " are");
            }
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

    Directions directions() {
        return directions;
    }

    /** Of the vectors in one block: fixed ones, their first coordinates only, then trained ones, all of them. */
    double[][] vectors(int block, RandomNumbers draws) {
        int r = model.vectors().count();
        int fixed = model.vectors().fixed();
        int trained = model.vectors().trained();
        int length = directions.counts()[block];
        boolean random = start instanceof Start.Random;
        double[] root = new double[r * r];
        Cholesky.lower(InitialGramMatrix.block(random ? fixedGram : prescribed(), r, block), r, root);
        double[][] vectors = new double[r][];
        double[] variances = values.variances(directions.weights());
        for (int i = 0; i < r; i++) {
            vectors[i] = new double[i < fixed ? fixed : length];
            if (random && i >= fixed) {
                double deviation = Math.sqrt(variances[block * trained + i - fixed]);
                for (int k = 0; k < length; k++) {
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

    /** The overlaps alone, B·r·r, of the same law as those of {@link #vectors}. */
    double[] overlaps(RandomNumbers draws) {
        if (!(start instanceof Start.Random)) {
            return prescribed();
        }
        double[] gram = fixedGram.clone();
        for (int b = 0; b < model.blocks(); b++) {
            randomOverlaps(b, draws, gram);
        }
        return gram;
    }

    private void randomOverlaps(int block, RandomNumbers draws, double[] gram) {
        int r = model.vectors().count();
        int fixed = model.vectors().fixed();
        int trained = model.vectors().trained();
        int first = block * r * r;
        double[] root = new double[r * r];
        Cholesky.lower(InitialGramMatrix.block(fixedGram, r, block), r, root);
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
        new Wishart(trained, directions.counts()[block] - fixed, draws).addTo(identity, products);
        double[] variances = values.variances(directions.weights());
        for (int i = 0; i < trained; i++) {
            double own = variances[block * trained + i];
            for (int j = 0; j < trained; j++) {
                gram[first + (fixed + i) * r + fixed + j] =
                        Math.sqrt(own * variances[block * trained + j]) * products[i * trained + j] / dimension;
            }
            for (int u = 0; u < fixed; u++) {
                double sum = 0;
                for (int k = 0; k <= u; k++) {
                    sum += root[u * r + k] * along[i * fixed + k];
                }
                double overlap = Math.sqrt(own / dimension) * sum;
                gram[first + (fixed + i) * r + u] = overlap;
                gram[first + u * r + fixed + i] = overlap;
            }
        }
    }
}

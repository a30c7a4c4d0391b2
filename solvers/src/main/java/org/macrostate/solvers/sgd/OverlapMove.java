package org.macrostate.solvers.sgd;

/** The change of overlaps in a step, exact in the old ones; see {@link OverlapChain}. */
final class OverlapMove {
    private final double[] gram;
    private final double[] square;
    private final double[] mixed;
    private final int count;
    private final int fixed;
    private final int trained;
    private final double dimension;

    /**
     * @param gram B·r·r overlaps, changed
     * @param square p_i·p_j/N of the trained vectors, read at each step
     * @param count r, of which the first {@code fixed} do not move
     */
    OverlapMove(double[] gram, double[] square, int count, int fixed, double dimension) {
        this.gram = gram;
        this.square = square;
        this.count = count;
        this.fixed = fixed;
        this.trained = count - fixed;
        this.dimension = dimension;
        this.mixed = new double[trained * count];
    }

    /** mixed_ij = w_i'·w_j/N, then G_ij' = w_i'·w_j'/N, in one block: {@code along} is L_ij, {@code drawn} p_i·w_j/√N. */
    void move(int b, double[] along, double[] drawn) {
        int first = b * count * count;
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < count; j++) {
                double sum = drawn[i * count + j];
                for (int k = 0; k < count; k++) {
                    sum += along[i * count + k] * gram[first + k * count + j];
                }
                mixed[i * count + j] = gram[first + (fixed + i) * count + j] + sum / dimension;
            }
        }
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < fixed; j++) {
                set(first, fixed + i, j, mixed[i * count + j]);
            }
            for (int j = 0; j <= i; j++) {
                double sum = drawn[j * count + fixed + i] + square[i * trained + j];
                double second = 0;
                for (int k = 0; k < count; k++) {
                    sum += along[j * count + k] * mixed[i * count + k];
                    second += along[i * count + k] * drawn[j * count + k];
                }
                set(first, fixed + i, fixed + j, mixed[i * count + fixed + j] + (sum + second / dimension) / dimension);
            }
        }
    }

    /** Both elements of a pair, in the block that begins there. */
    void set(int first, int i, int j, double overlap) {
        gram[first + i * count + j] = overlap;
        gram[first + j * count + i] = overlap;
    }
}

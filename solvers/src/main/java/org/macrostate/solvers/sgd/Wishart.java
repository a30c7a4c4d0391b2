package org.macrostate.solvers.sgd;

import org.macrostate.solvers.nonlinear.Cholesky;

/**
 * Overlaps of normal vectors without the vectors: Σ_k y_k y_kᵀ of {@code degrees} independent y_k ~ N(0, scale), by
 * Bartlett's decomposition; exact also with fewer degrees of freedom than vectors.
 */
final class Wishart {
    private final int size;
    private final int degrees;
    private final RandomNumbers draws;
    private final double[] root;
    private final double[] triangle;
    private final double[] product;

    Wishart(int size, int degrees, RandomNumbers draws) {
        this.size = size;
        this.degrees = degrees;
        this.draws = draws;
        this.root = new double[size * size];
        this.triangle = new double[size * size];
        this.product = new double[size * size];
    }

    /**
     * Adds a draw.
     *
     * @param scale size·size positive semidefinite, perhaps of lower rank; not modified
     * @param into size·size; the draw is added
     */
    void addTo(double[] scale, double[] into) {
        Cholesky.lower(scale, size, root);
        for (int i = 0; i < size; i++) {
            if (root[i * size + i] != 0) {
                drawRow(i);
            }
        }
        multiply();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += product[i * size + k] * product[j * size + k];
                }
                into[i * size + j] += sum;
                if (j < i) {
                    into[j * size + i] += sum;
                }
            }
        }
    }

    /** Rows that belong to a zero column of the root are not drawn. */
    private void drawRow(int i) {
        for (int j = 0; j < Math.min(i, degrees); j++) {
            triangle[i * size + j] = draws.normal();
        }
        triangle[i * size + i] = i < degrees ? Math.sqrt(draws.chiSquare(degrees - i)) : 0;
    }

    private void multiply() {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = j; k <= i; k++) {
                    if (root[k * size + k] != 0) {
                        sum += root[i * size + k] * triangle[k * size + j];
                    }
                }
                product[i * size + j] = sum;
            }
        }
    }
}

package org.macrostate.solvers.sgd;

/** Square roots of symmetric matrices that may be singular. */
final class Cholesky {
    private static final double SINGULAR = 1e-13;

    private Cholesky() {}

    /**
     * Lower triangular L with L Lᵀ = matrix; a direction without variance gets a column of zeros.
     *
     * @param matrix n·n positive semidefinite, row by row; not modified
     * @param into n·n; lower triangle overwritten
     */
    static void lower(double[] matrix, int n, double[] into) {
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j * n + j];
            for (int k = 0; k < j; k++) {
                pivot -= into[j * n + k] * into[j * n + k];
            }
            boolean singular = !(pivot > SINGULAR * matrix[j * n + j]);
            double root = singular ? 0 : Math.sqrt(pivot);
            into[j * n + j] = root;
            double inverse = singular ? 0 : 1 / root;
            for (int i = j + 1; i < n; i++) {
                double sum = matrix[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= into[i * n + k] * into[j * n + k];
                }
                into[i * n + j] = sum * inverse;
            }
        }
    }
}

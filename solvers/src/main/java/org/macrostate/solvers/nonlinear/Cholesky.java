package org.macrostate.solvers.nonlinear;

/** Square roots of symmetric matrices that may be singular, and whether there is one. */
public final class Cholesky {
    private static final double SINGULAR = 1e-13;

    private Cholesky() {}

    /**
     * Lower triangular L with L Lᵀ = matrix; a direction without variance gets a column of zeros.
     *
     * @param matrix n·n positive semidefinite, row by row; not modified
     * @param into n·n; lower triangle overwritten
     */
    public static void lower(double[] matrix, int n, double[] into) {
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

    /**
     * Whether a matrix is positive definite.
     *
     * @param matrix n·n, row by row, of which the lower triangle counts; overwritten
     * @param allowance added to its diagonal
     */
    public static boolean isPositive(double[] matrix, int n, double allowance) {
        for (int k = 0; k < n; k++) {
            double pivot = matrix[k * n + k] + allowance;
            for (int i = 0; i < k; i++) {
                double entry = matrix[k * n + i];
                pivot -= entry * entry;
            }
            if (!(pivot > 0)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            for (int i = k + 1; i < n; i++) {
                double entry = matrix[i * n + k];
                for (int j = 0; j < k; j++) {
                    entry -= matrix[i * n + j] * matrix[k * n + j];
                }
                matrix[i * n + k] = entry / root;
            }
        }
        return true;
    }
}

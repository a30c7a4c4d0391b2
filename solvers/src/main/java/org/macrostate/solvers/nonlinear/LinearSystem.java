package org.macrostate.solvers.nonlinear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;

/**
 * Solves A x = b: by elimination where A is regular, by its pseudo-inverse where it is not, so that a step towards a
 * continuous family of roots is the shortest one and has no part along the family.
 */
public final class LinearSystem {
    private static final double SINGULAR_PIVOT = 1e-13;
    private static final double DEPENDENT_COLUMN = 1e-9;

    private LinearSystem() {}

    /**
     * The solution of least norm, of least residual if there is none; NaN where something is not finite.
     *
     * @param a n·n, row by row; not modified
     * @param b n; not modified
     */
    public static double[] solve(double[] a, double[] b) {
        LuFactors factors = new LuFactors(b.length);
        return factors.factor(a) && factors.smallestPivot() > SINGULAR_PIVOT ? factors.solve(b) : leastNorm(a, b);
    }

    /**
     * By a complete orthogonal factorisation A P = Q [R S; 0 0], which reveals the rank (Golub and Van Loan, Matrix
     * Computations, section 5.5); equations are divided by their largest coefficients first.
     */
    private static double[] leastNorm(double[] unbalanced, double[] right) {
        int n = right.length;
        double[] a = unbalanced.clone();
        double[] b = right.clone();
        balance(a, b, n);
        if (!Double.isFinite(Vector.maxNorm(a)) || !Double.isFinite(Vector.maxNorm(b))) {
            double[] none = new double[n];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        QRColPivDecompositionHouseholderColumn_DDRM qr = new QRColPivDecompositionHouseholderColumn_DDRM();
        qr.setSingularThreshold(DEPENDENT_COLUMN);
        qr.decompose(DMatrixRMaj.wrap(n, n, a));
        int rank = qr.getRank();
        if (rank == 0) {
            return new double[n];
        }
        double[] rotated = rotated(qr, b, rank);
        double[] permuted = trapezoidal(qr.getQR(), rotated, rank, n);
        double[] x = new double[n];
        int[] pivots = qr.getColPivots();
        for (int i = 0; i < n; i++) {
            x[pivots[i]] = permuted[i];
        }
        return x;
    }

    /** The first elements of Qᵀ b, by the Householder reflections in turn. */
    private static double[] rotated(QRColPivDecompositionHouseholderColumn_DDRM qr, double[] b, int rank) {
        double[] rotated = b.clone();
        double[][] columns = qr.getQR();
        double[] gammas = qr.getGammas();
        for (int k = 0; k < rank; k++) {
            double[] u = columns[k];
            double sum = rotated[k];
            for (int i = k + 1; i < b.length; i++) {
                sum += u[i] * rotated[i];
            }
            sum *= gammas[k];
            rotated[k] -= sum;
            for (int i = k + 1; i < b.length; i++) {
                rotated[i] -= sum * u[i];
            }
        }
        return rotated;
    }

    /**
     * The solution of least norm of [R S] y = c, given by columns: a basic solution less its part in the null space, which [−R⁻¹S; I] spans.
     */
    private static double[] trapezoidal(double[][] r, double[] c, int rank, int n) {
        double[] y = substituted(r, Arrays.copyOf(c, rank), rank, n);
        double[][] nulls = new double[n - rank][];
        for (int k = rank; k < n; k++) {
            double[] column = new double[rank];
            for (int i = 0; i < rank; i++) {
                column[i] = -r[k][i];
            }
            double[] direction = substituted(r, column, rank, n);
            direction[k] = 1;
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k - rank; j++) {
                    direction = Vector.moved(direction, -Vector.dot(nulls[j], direction), nulls[j]);
                }
            }
            nulls[k - rank] = Vector.unit(direction);
        }
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : nulls) {
                y = Vector.moved(y, -Vector.dot(direction, y), direction);
            }
        }
        return y;
    }

    /** R⁻¹ c, followed by zeros. */
    private static double[] substituted(double[][] r, double[] c, int rank, int n) {
        double[] y = Arrays.copyOf(c, n);
        for (int i = rank - 1; i >= 0; i--) {
            for (int j = i + 1; j < rank; j++) {
                y[i] -= r[j][i] * y[j];
            }
            y[i] /= r[i][i];
        }
        return y;
    }

    /** Divides each equation by its largest coefficient. */
    private static void balance(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(a[i * n + j]));
            }
            if (largest > 0) {
                for (int j = 0; j < n; j++) {
                    a[i * n + j] /= largest;
                }
                b[i] /= largest;
            }
        }
    }
}

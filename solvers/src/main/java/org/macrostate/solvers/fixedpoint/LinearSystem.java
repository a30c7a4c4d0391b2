package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Solves A x = b: by elimination where A is regular, by its pseudo-inverse where it is not, so that a step towards a
 * continuous family of roots is the shortest one and has no part along the family.
 */
public final class LinearSystem {
    private static final double SINGULAR_PIVOT = 1e-13;
    private static final double SINGULAR_VALUE = 1e-9;

    private LinearSystem() {}

    /**
     * The solution of least norm, of least residual if there is none.
     *
     * @param a n·n, row by row; not modified
     * @param b n; not modified
     */
    public static double[] solve(double[] a, double[] b) {
        int n = b.length;
        double[] rows = a.clone();
        double[] x = b.clone();
        balance(rows, x, n);
        return eliminate(rows, x, n) ? x : leastNorm(a, b);
    }

    /** Divides each equation by its largest coefficient: rates of very different size are no singularity. */
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

    private static boolean eliminate(double[] a, double[] x, int n) {
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) {
                    pivot = i;
                }
            }
            if (!(Math.abs(a[pivot * n + k]) > SINGULAR_PIVOT)) {
                return false;
            }
            swapRows(a, x, n, k, pivot);
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / a[k * n + k];
                if (factor != 0) {
                    for (int j = k + 1; j < n; j++) {
                        a[i * n + j] -= factor * a[k * n + j];
                    }
                    x[i] -= factor * x[k];
                }
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                x[k] -= a[k * n + j] * x[j];
            }
            x[k] /= a[k * n + k];
        }
        return true;
    }

    private static void swapRows(double[] a, double[] x, int n, int k, int pivot) {
        if (pivot == k) {
            return;
        }
        for (int j = 0; j < n; j++) {
            double kept = a[k * n + j];
            a[k * n + j] = a[pivot * n + j];
            a[pivot * n + j] = kept;
        }
        double kept = x[k];
        x[k] = x[pivot];
        x[pivot] = kept;
    }

    private static double[] leastNorm(double[] unbalanced, double[] right) {
        double[] a = unbalanced.clone();
        double[] b = right.clone();
        int n = b.length;
        balance(a, b, n);
        if (!Double.isFinite(Vector.maxNorm(a)) || !Double.isFinite(Vector.maxNorm(b))) {
            double[] none = new double[n];
            java.util.Arrays.fill(none, Double.NaN);
            return none;
        }
        List<SingularVectors.Mode> modes = new SingularVectors(a, n).modes();
        double[] x = new double[n];
        for (SingularVectors.Mode mode : modes) {
            if (mode.value() > SINGULAR_VALUE * modes.get(0).value()) {
                double part = Vector.dot(mode.image(), b) / (mode.value() * mode.value());
                for (int i = 0; i < n; i++) {
                    x[i] += part * mode.right()[i];
                }
            }
        }
        return x;
    }

    static RealMatrix matrix(double[] a, int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * n, rows[i], 0, n);
        }
        return new Array2DRowRealMatrix(rows, false);
    }
}

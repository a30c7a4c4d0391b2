package org.macrostate.solvers.nonlinear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;

/** Eigenvalues of a symmetric matrix without its vectors, by Householder's tridiagonal form and implicit QR. */
public final class SymmetricEigenvalues {
    private SymmetricEigenvalues() {}

    /**
     * All of them, the largest first.
     *
     * @param a n·n, row by row, symmetric and finite; not modified
     * @throws IllegalArgumentException if an element is not finite
     */
    public static double[] of(double[] a, int n) {
        double[] values = ifFound(a, n);
        if (values.length < n) {
            throw new IllegalStateException("the QR iteration of a symmetric matrix did not end");
        }
        return values;
    }

    /** As {@link #of}; no numbers if the iteration does not end. */
    static double[] ifFound(double[] a, int n) {
        double size = Vector.maxNorm(a);
        if (!Double.isFinite(size)) {
            throw new IllegalArgumentException("a matrix with elements that are not finite has no eigenvalues");
        }
        if (size == 0) {
            return new double[n];
        }
        double[] scaled = Vector.moved(new double[a.length], 1 / size, a);
        SymmetricQRAlgorithmDecomposition_DDRM decomposition = new SymmetricQRAlgorithmDecomposition_DDRM(false);
        if (!decomposition.decompose(DMatrixRMaj.wrap(n, n, scaled))) {
            return new double[0];
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = -size * decomposition.getEigenvalue(i).getReal();
        }
        Arrays.sort(values);
        return Arrays.stream(values).map(v -> -v).toArray();
    }
}

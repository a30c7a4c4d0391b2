package org.macrostate.solvers.nonlinear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;

/**
 * Eigenvalues of a symmetric matrix, the largest first, with orthonormal eigenvectors.
 *
 * @param values n
 * @param vectors n of n numbers each
 */
public record SymmetricModes(double[] values, double[][] vectors) {
    /**
     * Of a matrix, by Householder's tridiagonal form and implicit QR.
     *
     * @param a n·n, row by row, symmetric and finite; not modified
     * @throws IllegalStateException if the iteration does not end
     */
    public static SymmetricModes of(double[] a, int n) {
        double size = Vector.maxNorm(a);
        double[] scaled = Vector.moved(new double[a.length], size > 0 ? 1 / size : 1, a);
        SymmetricQRAlgorithmDecomposition_DDRM decomposition = new SymmetricQRAlgorithmDecomposition_DDRM(true);
        if (!Double.isFinite(size) || !decomposition.decompose(DMatrixRMaj.wrap(n, n, scaled))) {
            throw new IllegalStateException("the QR iteration of a symmetric matrix did not end");
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -decomposition.getEigenvalue(i).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            values[k] = size * decomposition.getEigenvalue(order[k]).getReal();
            vectors[k] = Arrays.copyOf(decomposition.getEigenVector(order[k]).data, n);
        }
        return new SymmetricModes(values, vectors);
    }
}

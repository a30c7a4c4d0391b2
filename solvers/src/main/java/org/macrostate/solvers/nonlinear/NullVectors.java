package org.macrostate.solvers.nonlinear;

import java.util.List;

/** What tells the rank of a square matrix, and the vectors that it takes to zero on either side. */
public interface NullVectors {
    /** More unknowns than this are worth a factorisation that only estimates singular values. */
    int LARGEST_EXACT = 24;

    /** n singular values, or estimates of them, by falling size; not to be modified. */
    double[] sizes();

    /** Orthonormal right vectors to the last {@code count} of them. */
    List<double[]> lastRight(int count);

    /** Orthonormal left vectors to the last {@code count} of them. */
    List<double[]> lastLeft(int count);

    /**
     * Of a matrix: by singular values where it is small or an element is not finite, else by a rank-revealing QR
     * factorisation.
     *
     * @param a n·n, row by row; not modified
     */
    static NullVectors of(double[] a, int n) {
        return n <= LARGEST_EXACT || !Double.isFinite(Vector.maxNorm(a))
                ? new SingularVectors(a, n)
                : new RankRevealingQr(a, n);
    }
}

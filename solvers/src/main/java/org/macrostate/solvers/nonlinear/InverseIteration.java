package org.macrostate.solvers.nonlinear;

import org.hipparchus.complex.Complex;

/** Eigenvectors of a real matrix whose eigenvalues are known, by inverse iteration (Golub and Van Loan, section 7.6.1). */
public final class InverseIteration {
    /** Systems of more unknowns are taken to have copies, of which eigenvalues are equal. */
    private static final int LARGEST_WITHOUT_COPIES = 24;

    private static final int STEPS = 3;
    private static final double SHIFT = 1e-10;

    private InverseIteration() {}

    /**
     * A unit vector with (A − λ) v = 0, or, for λ = α ± iβ, with ((A − α)² + β²) v = 0: one of the plane in which the pair
     * turns.
     *
     * @param a n·n, row by row; not modified
     * @param start number of the vector to start from: of equal eigenvalues, different ones lead to different vectors
     */
    public static double[] direction(double[] a, int n, Complex eigenvalue, int start) {
        double imaginary = eigenvalue.getImaginaryPart();
        double size = Vector.maxNorm(a);
        // a little beside, so that elimination ends
        double shift = eigenvalue.getRealPart() + SHIFT * size;
        double[] matrix = a.clone();
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] -= shift;
        }
        if (imaginary != 0) {
            matrix = Vector.squared(matrix, n);
            for (int i = 0; i < n; i++) {
                matrix[i * n + i] += imaginary * imaginary;
            }
        }
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = Math.sin(1.0 + i * (start + 1.0));
        }
        LuFactors factors = new LuFactors(n);
        if (!factors.factor(matrix)) {
            return new SingularVectors(matrix, n).lastRight(1).get(0);
        }
        v = iterated(factors, v);
        if (n > LARGEST_WITHOUT_COPIES && imaginary == 0) {
            // Of equal eigenvalues, as many copies have, the eigenvector nearest to one axis keeps the most symmetries.
            double[] axis = new double[n];
            axis[largest(v)] = 1;
            v = iterated(factors, axis);
        }
        return v;
    }

    private static double[] iterated(LuFactors factors, double[] start) {
        double[] v = start;
        for (int i = 0; i < STEPS; i++) {
            v = Vector.unit(factors.solve(Vector.unit(v)));
        }
        return v;
    }

    private static int largest(double[] v) {
        int largest = 0;
        for (int i = 1; i < v.length; i++) {
            largest = Math.abs(v[i]) > Math.abs(v[largest]) ? i : largest;
        }
        return largest;
    }
}

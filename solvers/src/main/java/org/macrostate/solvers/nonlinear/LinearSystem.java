package org.macrostate.solvers.nonlinear;

import java.util.Arrays;

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
        RankRevealingQr qr = new RankRevealingQr(a, n);
        int rank = qr.rank(DEPENDENT_COLUMN);
        return rank == 0 ? new double[n] : qr.leastNorm(b, rank);
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

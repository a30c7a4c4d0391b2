package org.macrostate.solvers.nonlinear;

/**
 * P A = L U of a dense matrix by elimination with row pivots, after each row was divided by its largest element: equations
 * of very different size are no singularity. Rows are combined whole, which a compiler turns into vector instructions.
 * Mutable: may be used again for another matrix.
 */
public final class LuFactors {
    private final int n;
    private final double[][] lu;
    private final double[] rowScale;
    private final double[] scratch;
    private final int[] order;
    private int sign;
    private double smallestPivot;

    /** For matrices of n rows. */
    public LuFactors(int n) {
        this.n = n;
        this.lu = new double[n][n];
        this.rowScale = new double[n];
        this.scratch = new double[n];
        this.order = new int[n];
    }

    /**
     * Factors a matrix.
     *
     * @param a n·n, row by row; not modified
     * @param shift added to every diagonal element
     * @return whether every pivot is a number other than zero
     */
    public boolean factor(double[] a, double shift) {
        sign = 1;
        smallestPivot = n == 0 ? 1 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            System.arraycopy(a, i * n, lu[i], 0, n);
            lu[i][i] += shift;
            order[i] = i;
        }
        return scaleRows() && eliminate();
    }

    /** As {@link #factor(double[], double)} without a shift. */
    public boolean factor(double[] a) {
        return factor(a, 0);
    }

    private boolean scaleRows() {
        for (int i = 0; i < n; i++) {
            double largest = Vector.maxNorm(lu[i]);
            if (!(largest > 0) || !Double.isFinite(largest)) {
                smallestPivot = 0;
                return false;
            }
            rowScale[i] = largest;
            double[] row = lu[i];
            for (int j = 0; j < n; j++) {
                row[j] /= largest;
            }
        }
        return true;
    }

    private boolean eliminate() {
        for (int k = 0; k < n; k++) {
            int pivotRow = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i][k]) > Math.abs(lu[pivotRow][k])) {
                    pivotRow = i;
                }
            }
            double pivot = lu[pivotRow][k];
            smallestPivot = Math.min(smallestPivot, Math.abs(pivot));
            if (!(Math.abs(pivot) > 0)) {
                return false;
            }
            exchange(k, pivotRow);
            sign = pivot < 0 ? -sign : sign;
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i][k] / pivot;
                lu[i][k] = factor;
                if (factor != 0) {
                    subtract(factor, lu[k], lu[i], k + 1);
                }
            }
        }
        return true;
    }

    private static void subtract(double factor, double[] from, double[] to, int first) {
        for (int j = first; j < to.length; j++) {
            to[j] -= factor * from[j];
        }
    }

    private void exchange(int k, int other) {
        if (k == other) {
            return;
        }
        sign = -sign;
        int kept = order[k];
        order[k] = order[other];
        order[other] = kept;
        double[] row = lu[k];
        lu[k] = lu[other];
        lu[other] = row;
    }

    /** Of the determinant, 1 or −1; meaningless where a pivot is zero. */
    public int sign() {
        return sign;
    }

    /** The least modulus of a pivot, rows scaled to 1; 0 where elimination stopped. */
    public double smallestPivot() {
        return smallestPivot;
    }

    /**
     * The solution of A x = b.
     *
     * @param b n; not modified
     */
    public double[] solve(double[] b) {
        double[] x = b.clone();
        solveInPlace(x);
        return x;
    }

    /** @param x the right-hand side, n, replaced by the solution */
    public void solveInPlace(double[] x) {
        for (int i = 0; i < n; i++) {
            scratch[i] = x[order[i]] / rowScale[order[i]];
        }
        for (int i = 0; i < n; i++) {
            double sum = scratch[i];
            for (int j = 0; j < i; j++) {
                sum -= lu[i][j] * scratch[j];
            }
            scratch[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = scratch[i];
            for (int j = i + 1; j < n; j++) {
                sum -= lu[i][j] * scratch[j];
            }
            scratch[i] = sum / lu[i][i];
        }
        System.arraycopy(scratch, 0, x, 0, n);
    }
}

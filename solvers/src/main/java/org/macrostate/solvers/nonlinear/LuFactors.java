package org.macrostate.solvers.nonlinear;

/**
 * P A = L U of a dense matrix by elimination with row pivots, after each row was divided by its largest element: equations
 * of very different size are no singularity. Rows are combined whole, which a compiler turns into vector instructions.
 * Mutable: may be used again for another matrix.
 */
public final class LuFactors {
    private final int n;
    private final double[] lu;
    private final double[] rowScale;
    private final double[] scratch;
    private final int[] order;
    private int sign;
    private double smallestPivot;

    /** For matrices of n rows. */
    public LuFactors(int n) {
        this.n = n;
        this.lu = new double[n * n];
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
        System.arraycopy(a, 0, lu, 0, n * n);
        sign = 1;
        smallestPivot = n == 0 ? 1 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            lu[i * n + i] += shift;
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
            double largest = 0;
            for (int j = i * n; j < (i + 1) * n; j++) {
                largest = Math.max(largest, Math.abs(lu[j]));
            }
            if (!(largest > 0) || !Double.isFinite(largest)) {
                smallestPivot = 0;
                return false;
            }
            rowScale[i] = largest;
            for (int j = i * n; j < (i + 1) * n; j++) {
                lu[j] /= largest;
            }
        }
        return true;
    }

    private boolean eliminate() {
        for (int k = 0; k < n; k++) {
            int pivotRow = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivotRow * n + k])) {
                    pivotRow = i;
                }
            }
            double pivot = lu[pivotRow * n + k];
            smallestPivot = Math.min(smallestPivot, Math.abs(pivot));
            if (!(Math.abs(pivot) > 0)) {
                return false;
            }
            exchange(k, pivotRow);
            sign = pivot < 0 ? -sign : sign;
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i * n + k] / pivot;
                lu[i * n + k] = factor;
                if (factor != 0) {
                    subtract(factor, k * n, i * n, k + 1);
                }
            }
        }
        return true;
    }

    private void subtract(double factor, int from, int to, int first) {
        for (int j = first; j < n; j++) {
            lu[to + j] -= factor * lu[from + j];
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
        for (int j = 0; j < n; j++) {
            double element = lu[k * n + j];
            lu[k * n + j] = lu[other * n + j];
            lu[other * n + j] = element;
        }
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
                sum -= lu[i * n + j] * scratch[j];
            }
            scratch[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = scratch[i];
            for (int j = i + 1; j < n; j++) {
                sum -= lu[i * n + j] * scratch[j];
            }
            scratch[i] = sum / lu[i * n + i];
        }
        System.arraycopy(scratch, 0, x, 0, n);
    }
}

package org.macrostate.solvers.nonlinear;

import java.util.Arrays;

/**
 * P A = L U of a dense matrix by elimination with row pivots, after each row was divided by its largest element: equations
 * of very different size are no singularity. Rows are combined whole, several pivot rows at once, which a compiler turns
 * into vector instructions; no element is combined in another order than one row at a time would. Of each row only what lies
 * between its first and its last element that is not zero is touched (an envelope, as of chains and other sparse systems).
 * Mutable: may be used again for another matrix.
 */
public final class LuFactors {
    private static final double[] NONE = {};

    private static final int PANEL = 8;

    /** Fewer rows are one panel. */
    private static final int SMALL = 40;

    private final int n;
    private final double[][] lu;
    private final double[] rowScale;
    private final double[] scratch;
    private final int[] order;

    /** Of each row the first element that is not zero, and one after the last, fill-in included. */
    private final int[] begin;

    private final int[] end;
    private int sign;
    private double smallestPivot;

    /** For matrices of n rows. */
    public LuFactors(int n) {
        this.n = n;
        this.lu = new double[n][];
        Arrays.fill(lu, NONE); // rows come with the first matrix, which is the only one of most
        this.rowScale = new double[n];
        this.scratch = new double[n];
        this.order = new int[n];
        this.begin = new int[n];
        this.end = new int[n];
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
            if (lu[i].length < n) {
                lu[i] = Arrays.copyOfRange(a, i * n, (i + 1) * n);
            } else {
                System.arraycopy(a, i * n, lu[i], 0, n);
            }
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
            double[] row = lu[i];
            int first = 0;
            int last = n - 1;
            while (first < n && row[first] == 0) {
                first++;
            }
            while (last > first && row[last] == 0) {
                last--;
            }
            double largest = Vector.maxNorm(row, first, last + 1);
            if (!(largest > 0) || !Double.isFinite(largest)) {
                smallestPivot = 0;
                return false;
            }
            rowScale[i] = largest;
            begin[i] = first;
            end[i] = last + 1;
            for (int j = first; j <= last; j++) {
                row[j] /= largest;
            }
        }
        return true;
    }

    /** Panel by panel: rows right of a panel are combined once with all its pivot rows, each element in the order of k. */
    private boolean eliminate() {
        int panel = n < SMALL ? Math.max(1, n) : PANEL;
        for (int first = 0; first < n; first += panel) {
            int after = Math.min(n, first + panel);
            int most = after;
            for (int k = first; k < after; k++) {
                if (!pivot(k, after)) {
                    return false;
                }
                most = Math.max(most, end[k]);
            }
            for (int i = first + 1; i < n && after < n; i++) {
                if (begin[i] < after) {
                    combine(lu[i], first, Math.min(i, after), after, most);
                }
            }
        }
        return true;
    }

    /** Brings the pivot of a column to its row, and eliminates the column in the panel that ends at {@code after}. */
    private boolean pivot(int k, int after) {
        int pivotRow = k;
        for (int i = k + 1; i < n; i++) {
            if (begin[i] <= k && Math.abs(lu[i][k]) > Math.abs(lu[pivotRow][k])) {
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
        double[] top = lu[k];
        int last = Math.min(after, end[k]);
        for (int i = k + 1; i < n; i++) {
            if (begin[i] > k) {
                continue;
            }
            double[] row = lu[i];
            double factor = row[k] / pivot;
            row[k] = factor;
            if (factor != 0) {
                end[i] = Math.max(end[i], end[k]);
                for (int j = k + 1; j < last; j++) {
                    row[j] -= factor * top[j];
                }
            }
        }
        return true;
    }

    /**
     * Subtracts from a row, in columns {@code from … to − 1}, the pivot rows {@code first … last − 1} by its factors.
     */
    private void combine(double[] row, int first, int last, int from, int to) {
        int k = first;
        for (; k + 4 <= last; k += 4) {
            if (row[k] != 0 || row[k + 1] != 0 || row[k + 2] != 0 || row[k + 3] != 0) {
                subtract(row, from, to, k, lu[k], lu[k + 1], lu[k + 2], lu[k + 3]);
            }
        }
        for (; k < last; k++) {
            double factor = row[k];
            double[] top = lu[k];
            if (factor != 0) {
                for (int j = from; j < to; j++) {
                    row[j] -= factor * top[j];
                }
            }
        }
    }

    private static void subtract(
            double[] row, int from, int to, int k, double[] a, double[] b, double[] c, double[] d) {
        double f = row[k];
        double g = row[k + 1];
        double h = row[k + 2];
        double e = row[k + 3];
        for (int j = from; j < to; j++) {
            row[j] = row[j] - f * a[j] - g * b[j] - h * c[j] - e * d[j];
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
        int first = begin[k];
        begin[k] = begin[other];
        begin[other] = first;
        int last = end[k];
        end[k] = end[other];
        end[other] = last;
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

    /** The inverse of the matrix that was factored last, row by row. */
    public double[] inverse() {
        double[] inverse = new double[n * n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            Arrays.fill(column, 0);
            column[j] = 1;
            solveInPlace(column);
            for (int i = 0; i < n; i++) {
                inverse[i * n + j] = column[i];
            }
        }
        return inverse;
    }

    /** @param x the right-hand side, n, replaced by the solution */
    public void solveInPlace(double[] x) {
        for (int i = 0; i < n; i++) {
            scratch[i] = x[order[i]] / rowScale[order[i]];
        }
        for (int i = 0; i < n; i++) {
            double sum = scratch[i];
            for (int j = Math.min(begin[i], i); j < i; j++) {
                sum -= lu[i][j] * scratch[j];
            }
            scratch[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = scratch[i];
            for (int j = i + 1; j < end[i]; j++) {
                sum -= lu[i][j] * scratch[j];
            }
            scratch[i] = sum / lu[i][i];
        }
        System.arraycopy(scratch, 0, x, 0, n);
    }
}

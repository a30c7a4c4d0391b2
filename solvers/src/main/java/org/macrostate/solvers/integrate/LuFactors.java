package org.macrostate.solvers.integrate;

/** Elimination with row exchanges, for one matrix and many right-hand sides; all storage is allocated once. */
final class LuFactors {
    private final int n;
    private final double[] lu;
    private final double[] inversePivots;
    private final int[] exchanged;

    LuFactors(int n) {
        this.n = n;
        lu = new double[n * n];
        inversePivots = new double[n];
        exchanged = new int[n];
    }

    /**
     * Factors {@code shift · I − a}.
     *
     * @param a n·n, row by row, not modified
     * @return whether it is regular
     */
    boolean factor(double[] a, double shift) {
        for (int i = 0; i < lu.length; i++) {
            lu[i] = -a[i];
        }
        for (int i = 0; i < n; i++) {
            lu[i * n + i] += shift;
        }
        for (int k = 0; k < n; k++) {
            exchange(k, largestBelow(k));
            double pivot = lu[k * n + k];
            if (!(Math.abs(pivot) > 0) || Double.isInfinite(pivot)) {
                return false;
            }
            inversePivots[k] = 1 / pivot;
            for (int i = k + 1; i < n; i++) {
                subtractRow(k, i);
            }
        }
        return true;
    }

    private int largestBelow(int k) {
        int largest = k;
        for (int i = k + 1; i < n; i++) {
            if (Math.abs(lu[i * n + k]) > Math.abs(lu[largest * n + k])) {
                largest = i;
            }
        }
        return largest;
    }

    private void exchange(int k, int other) {
        exchanged[k] = other;
        if (other == k) {
            return;
        }
        for (int j = 0; j < n; j++) {
            double kept = lu[k * n + j];
            lu[k * n + j] = lu[other * n + j];
            lu[other * n + j] = kept;
        }
    }

    private void subtractRow(int k, int i) {
        double multiple = lu[i * n + k];
        if (multiple == 0) {
            return;
        }
        multiple *= inversePivots[k];
        lu[i * n + k] = multiple;
        int from = k * n;
        int to = i * n;
        for (int j = k + 1; j < n; j++) {
            lu[to + j] -= multiple * lu[from + j];
        }
    }

    /** @param x the right-hand side, replaced by the solution */
    void solve(double[] x) {
        for (int k = 0; k < n; k++) {
            double kept = x[exchanged[k]];
            x[exchanged[k]] = x[k];
            x[k] = kept;
        }
        for (int i = 1; i < n; i++) {
            double sum = x[i];
            for (int j = 0; j < i; j++) {
                sum -= lu[i * n + j] * x[j];
            }
            x[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < n; j++) {
                sum -= lu[i * n + j] * x[j];
            }
            x[i] = sum * inversePivots[i];
        }
    }
}

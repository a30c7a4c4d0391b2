package org.macrostate.solvers.homotopy;

/** A system of linear equations with complex coefficients, by elimination with partial pivoting of equilibrated rows. */
final class ComplexLinearSystem {
    private final int n;

    /** Of each row. */
    private final double[] sizes;

    private double condition;

    ComplexLinearSystem(int n) {
        this.n = n;
        this.sizes = new double[n];
    }

    /** The smallest pivot over the largest one of the last solution, of rows as they were: small where the equations are nearly singular. */
    double condition() {
        return condition;
    }

    /**
     * Solves in place; false if a pivot is zero or not finite.
     *
     * @param a n·n complex numbers row by row, overwritten
     * @param b n complex numbers, overwritten by the solution
     */
    boolean solve(double[] a, double[] b) {
        equilibrate(a, b);
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            double most = -1;
            for (int i = k; i < n; i++) {
                double size = squared(a, 2 * (i * n + k));
                if (size > most) {
                    most = size;
                    pivot = i;
                }
            }
            if (!(most > 0) || Double.isInfinite(most)) {
                condition = 0;
                return false;
            }
            double raw = Math.sqrt(most) * sizes[pivot];
            smallest = Math.min(smallest, raw);
            largest = Math.max(largest, raw);
            if (pivot != k) {
                sizes[pivot] = sizes[k];
                swap(a, 2 * k * n, 2 * pivot * n, 2 * n);
                swap(b, 2 * k, 2 * pivot, 2);
            }
            eliminate(a, b, k, most);
        }
        condition = smallest / largest;
        substitute(a, b);
        return true;
    }

    private void equilibrate(double[] a, double[] b) {
        for (int i = 0; i < n; i++) {
            double most = 0;
            for (int j = 0; j < n; j++) {
                most = Math.max(most, Math.abs(a[2 * (i * n + j)]) + Math.abs(a[2 * (i * n + j) + 1]));
            }
            sizes[i] = most;
            if (most > 0) {
                for (int j = 2 * i * n; j < 2 * (i + 1) * n; j++) {
                    a[j] /= most;
                }
                b[2 * i] /= most;
                b[2 * i + 1] /= most;
            }
        }
    }

    private void eliminate(double[] a, double[] b, int k, double size) {
        int p = 2 * (k * n + k);
        for (int i = k + 1; i < n; i++) {
            int q = 2 * (i * n + k);
            double re = (a[q] * a[p] + a[q + 1] * a[p + 1]) / size;
            double im = (a[q + 1] * a[p] - a[q] * a[p + 1]) / size;
            if (re != 0 || im != 0) {
                for (int j = 1; j < n - k; j++) {
                    subtract(a, q + 2 * j, re, im, a, p + 2 * j);
                }
                subtract(b, 2 * i, re, im, b, 2 * k);
            }
        }
    }

    private void substitute(double[] a, double[] b) {
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                subtract(b, 2 * k, a[2 * (k * n + j)], a[2 * (k * n + j) + 1], b, 2 * j);
            }
            int p = 2 * (k * n + k);
            double size = squared(a, p);
            double re = (b[2 * k] * a[p] + b[2 * k + 1] * a[p + 1]) / size;
            b[2 * k + 1] = (b[2 * k + 1] * a[p] - b[2 * k] * a[p + 1]) / size;
            b[2 * k] = re;
        }
    }

    private static void subtract(double[] from, int at, double re, double im, double[] what, int place) {
        from[at] -= re * what[place] - im * what[place + 1];
        from[at + 1] -= re * what[place + 1] + im * what[place];
    }

    private static void swap(double[] a, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            double kept = a[one + i];
            a[one + i] = a[other + i];
            a[other + i] = kept;
        }
    }

    private static double squared(double[] a, int at) {
        return a[at] * a[at] + a[at + 1] * a[at + 1];
    }
}

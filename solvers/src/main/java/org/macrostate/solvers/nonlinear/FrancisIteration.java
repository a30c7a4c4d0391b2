package org.macrostate.solvers.nonlinear;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * Eigenvalues of a real matrix by Householder reduction to Hessenberg form and Francis' implicit double shifts (Golub
 * and Van Loan, Matrix Computations, algorithms 7.4.2 and 7.5.1). Hipparchus' decomposition takes any pair of real
 * eigenvalues that its iteration leaves in one block for a complex pair, which would make a node a focus.
 */
final class FrancisIteration {
    private static final int STEPS = 60;
    private static final int PATIENT = 20;
    private static final double TINY = 1e-200;
    private static final double NEGLIGIBLE = 0x1p-52;

    private final double[][] h;
    private final List<Complex> found = new ArrayList<>();

    /** @param a n·n, row by row; not modified */
    FrancisIteration(double[] a, int n) {
        h = new double[n][n];
        double tiny = TINY * Vector.maxNorm(a);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                // What has died out to 1e-300 would be balanced by factors that are no numbers.
                h[i][j] = Math.abs(a[i * n + j]) < tiny ? 0 : a[i * n + j];
            }
        }
    }

    /** All n of them, in no order; empty if the iteration does not converge. */
    List<Complex> eigenvalues() {
        balance();
        reduce();
        double norm = 0;
        for (double[] row : h) {
            norm = Math.max(norm, Vector.maxNorm(row));
        }
        int high = h.length - 1;
        int steps = 0;
        while (high >= 0) {
            int low = blockStart(high, steps > PATIENT ? norm : 0);
            if (low == high) {
                found.add(new Complex(h[high][high]));
                high--;
                steps = 0;
            } else if (low == high - 1) {
                pair(high);
                high -= 2;
                steps = 0;
            } else if (steps++ < STEPS) {
                doubleShift(low, high, steps % 10 == 0);
            } else {
                return List.of();
            }
        }
        return found;
    }

    /** Scales by powers of two until rows and columns are of one size, which rounding does not see. */
    private void balance() {
        boolean changed = true;
        for (int sweep = 0; sweep < 20 && changed; sweep++) {
            changed = false;
            for (int i = 0; i < h.length; i++) {
                double row = 0;
                double column = 0;
                for (int j = 0; j < h.length; j++) {
                    if (j != i) {
                        row += Math.abs(h[i][j]);
                        column += Math.abs(h[j][i]);
                    }
                }
                if (row > 0 && column > 0 && (row > 4 * column || column > 4 * row)) {
                    double factor = Math.scalb(1.0, Math.getExponent(Math.sqrt(row / column)));
                    changed |= factor != 1;
                    for (int j = 0; j < h.length; j++) {
                        h[i][j] /= factor;
                        h[j][i] *= factor;
                    }
                }
            }
        }
    }

    private void reduce() {
        for (int k = 0; k < h.length - 2; k++) {
            double[] column = new double[h.length - k - 1];
            for (int i = 0; i < column.length; i++) {
                column[i] = h[k + 1 + i][k];
            }
            reflect(column, k + 1, 0, h.length - 1, h.length - 1);
            for (int i = k + 2; i < h.length; i++) {
                h[i][k] = 0;
            }
        }
    }

    /**
     * The first row of the undecoupled block that ends at {@code high}; negligible elements become zero.
     *
     * @param least what their neighbours are taken to be at least: beside small multiple eigenvalues, as of symmetric
     *     states, every step leaves rounding of the large elements
     */
    private int blockStart(int high, double least) {
        for (int i = high; i > 0; i--) {
            double size = Math.max(least, Math.abs(h[i - 1][i - 1]) + Math.abs(h[i][i]));
            if (Math.abs(h[i][i - 1]) <= NEGLIGIBLE * size || Math.abs(h[i][i - 1]) < Double.MIN_NORMAL) {
                h[i][i - 1] = 0;
                return i;
            }
        }
        return 0;
    }

    private void pair(int high) {
        double half = (h[high - 1][high - 1] - h[high][high]) / 2;
        double product = h[high][high - 1] * h[high - 1][high];
        double discriminant = half * half + product;
        double root = Math.sqrt(Math.abs(discriminant));
        if (discriminant < 0) {
            double real = h[high][high] + half;
            found.add(new Complex(real, root));
            found.add(new Complex(real, -root));
        } else {
            double far = half + Math.copySign(root, half);
            found.add(new Complex(h[high][high] + far));
            found.add(new Complex(far == 0 ? h[high][high] : h[high][high] - product / far));
        }
    }

    private void doubleShift(int low, int high, boolean exceptional) {
        double last = h[high][high];
        double beforeLast = h[high - 1][high - 1];
        double product = h[high][high - 1] * h[high - 1][high];
        if (exceptional) {
            double size = Math.abs(h[high][high - 1]) + Math.abs(h[high - 1][high - 2]);
            last += 0.75 * size;
            beforeLast = last;
            product = -0.4375 * size * size;
        }
        // By differences from the first element: of almost equal eigenvalues nothing else is left of the shifts.
        double first = h[low][low];
        double below = h[low + 1][low];
        double one = last - first;
        double other = beforeLast - first;
        double[] bulge = {
            one * other - product + h[low][low + 1] * below,
            below * (h[low + 1][low + 1] - first - one - other),
            below * h[low + 2][low + 1]
        };
        reflect(bulge, low, low, high, Math.min(low + 3, high));
        for (int k = low + 1; k < high; k++) {
            int length = Math.min(3, high - k + 1);
            double[] next = new double[length];
            for (int i = 0; i < length; i++) {
                next[i] = h[k + i][k - 1];
            }
            reflect(next, k, low, high, Math.min(k + 3, high));
            for (int i = 1; i < length; i++) {
                h[k + i][k - 1] = 0;
            }
        }
    }

    /**
     * Similarity with the Householder reflection that takes {@code x} to a multiple of the first axis, acting on
     * elements from {@code start}; rows over columns up to {@code high}, columns over rows up to {@code lastRow}.
     */
    private void reflect(double[] x, int start, int low, int high, int lastRow) {
        double largest = Vector.maxNorm(x);
        if (!(largest > 0)) {
            return;
        }
        double[] v = x.clone();
        for (int i = 0; i < v.length; i++) {
            v[i] /= largest;
        }
        v[0] += Math.copySign(Vector.norm(v), v[0]);
        double scale = 2 / Vector.dot(v, v);
        rows(v, scale, start, low, high);
        for (int i = low; i <= lastRow; i++) {
            columns(h[i], v, scale, start);
        }
    }

    /** Combines rows from {@code start} on, in columns {@code low} to {@code high}: row after row, for vector units. */
    private void rows(double[] v, double scale, int start, int low, int high) {
        if (v.length == 3) {
            threeRows(h[start], h[start + 1], h[start + 2], v, scale, low, high);
            return;
        }
        double[] sums = new double[high + 1];
        for (int i = 0; i < v.length; i++) {
            double factor = v[i];
            double[] row = h[start + i];
            for (int j = low; j <= high; j++) {
                sums[j] += factor * row[j];
            }
        }
        for (int i = 0; i < v.length; i++) {
            double factor = v[i];
            double[] row = h[start + i];
            for (int j = low; j <= high; j++) {
                row[j] -= scale * sums[j] * factor;
            }
        }
    }

    private static void threeRows(double[] a, double[] b, double[] c, double[] v, double scale, int low, int high) {
        double v0 = v[0];
        double v1 = v[1];
        double v2 = v[2];
        for (int j = low; j <= high; j++) {
            double sum = scale * (v0 * a[j] + v1 * b[j] + v2 * c[j]);
            a[j] -= sum * v0;
            b[j] -= sum * v1;
            c[j] -= sum * v2;
        }
    }

    private static void columns(double[] row, double[] v, double scale, int start) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            sum += v[j] * row[start + j];
        }
        sum *= scale;
        for (int j = 0; j < v.length; j++) {
            row[start + j] -= sum * v[j];
        }
    }
}

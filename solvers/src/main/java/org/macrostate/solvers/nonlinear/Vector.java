package org.macrostate.solvers.nonlinear;

/** The few operations on plain vectors that the solvers share. */
public final class Vector {
    private Vector() {}

    /** The largest modulus; NaN if an element is NaN. */
    public static double maxNorm(double[] x) {
        return maxNorm(x, 0, x.length);
    }

    /** The same of the elements {@code from <= i < to}; 0 of none. */
    static double maxNorm(double[] x, int from, int to) {
        // bits of moduli are ordered as the moduli are, and those of NaN are above all
        long even = 0;
        long odd = 0;
        int i = from;
        for (; i + 2 <= to; i += 2) {
            even = Math.max(even, Double.doubleToRawLongBits(x[i]) & Long.MAX_VALUE);
            odd = Math.max(odd, Double.doubleToRawLongBits(x[i + 1]) & Long.MAX_VALUE);
        }
        if (i < to) {
            even = Math.max(even, Double.doubleToRawLongBits(x[i]) & Long.MAX_VALUE);
        }
        return Double.longBitsToDouble(Math.max(even, odd));
    }

    public static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    public static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** x + factor · step, a new array; a shorter step leaves the last elements. */
    public static double[] moved(double[] x, double factor, double[] step) {
        double[] y = x.clone();
        for (int i = 0; i < step.length; i++) {
            y[i] += factor * step[i];
        }
        return y;
    }

    /** The vector of length one along another, which is not zero. */
    public static double[] unit(double[] x) {
        return moved(new double[x.length], 1 / norm(x), x);
    }

    /** The largest difference of elements. */
    public static double distance(double[] x, double[] y) {
        double max = 0;
        for (int i = 0; i < x.length; i++) {
            max = Math.max(max, Math.abs(x[i] - y[i]));
        }
        return max;
    }

    /** A v of a matrix with one column an element of v, row by row. */
    public static double[] times(double[] matrix, double[] v) {
        int rows = matrix.length / v.length;
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < v.length; j++) {
                sum += matrix[i * v.length + j] * v[j];
            }
            product[i] = sum;
        }
        return product;
    }

    /** Aᵀ v of a matrix with one row an element of v, row by row. */
    public static double[] transposedTimes(double[] matrix, double[] v) {
        int columns = matrix.length / v.length;
        double[] product = new double[columns];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < columns; j++) {
                product[j] += matrix[i * columns + j] * v[i];
            }
        }
        return product;
    }

    /** A² of an n·n matrix, row by row. */
    public static double[] squared(double[] matrix, int n) {
        return product(matrix, matrix, n);
    }

    /** A B of n·n matrices, row by row. */
    public static double[] product(double[] a, double[] b, int n) {
        double[] product = new double[n * n];
        double[] row = new double[n];
        double[] other = new double[n];
        for (int i = 0; i < n; i++) {
            java.util.Arrays.fill(row, 0);
            for (int k = 0; k < n; k++) {
                double factor = a[i * n + k];
                if (factor != 0) {
                    System.arraycopy(b, k * n, other, 0, n);
                    for (int j = 0; j < n; j++) {
                        row[j] += factor * other[j];
                    }
                }
            }
            System.arraycopy(row, 0, product, i * n, n);
        }
        return product;
    }

    /** Aᵀ of an n·n matrix, row by row. */
    public static double[] transposed(double[] a, int n) {
        double[] transposed = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * n + i] = a[i * n + j];
            }
        }
        return transposed;
    }
}

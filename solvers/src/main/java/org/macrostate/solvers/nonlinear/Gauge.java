package org.macrostate.solvers.nonlinear;

import java.util.Arrays;
import java.util.List;

/**
 * Makes equations regular whose solutions, at a fixed last unknown, lie on continuous families: no step has a part along
 * the family, and the equations may be missed along its left null vectors, by an amount that is zero at a solution.
 *
 * @param right directions along the family, one number an unknown but the last; empty for isolated solutions
 * @param left as many left null vectors of the Jacobian
 */
public record Gauge(List<double[]> right, List<double[]> left) {
    /** Solutions are isolated. */
    public static final Gauge NONE = new Gauge(List.of(), List.of());

    private static final double SHARP = 1e-4;

    /** Lists are copied. */
    public Gauge {
        right = List.copyOf(right);
        left = List.copyOf(left);
    }

    /** At a solution with this Jacobian, n·n, that lies on a family of {@code neutral} dimensions. */
    public static Gauge of(double[] jacobian, int n, int neutral) {
        SingularVectors modes = new SingularVectors(jacobian, n);
        return new Gauge(modes.lastRight(neutral), modes.lastLeft(neutral));
    }

    /** Whether the directions along the family are much closer to null than any other. */
    public static boolean isSharp(double[] jacobian, int n, int neutral) {
        var modes = new SingularVectors(jacobian, n).modes();
        return n == neutral
                || modes.get(n - neutral).value()
                        <= SHARP * modes.get(n - neutral - 1).value();
    }

    /** Solves A y = b; the last column of A is that of the unknown along which families are followed. */
    public double[] solve(double[] a, double[] b) {
        int k = right.size();
        if (k == 0) {
            return LinearSystem.solve(a, b);
        }
        int m = b.length;
        int size = m + k;
        double[] matrix = new double[size * size];
        double unit = Vector.maxNorm(a);
        for (int i = 0; i < m; i++) {
            System.arraycopy(a, i * m, matrix, i * size, m);
        }
        for (int j = 0; j < k; j++) {
            System.arraycopy(right.get(j), 0, matrix, (m + j) * size, m - 1);
            for (int i = 0; i < m - 1; i++) {
                matrix[i * size + m + j] = unit * left.get(j)[i];
            }
        }
        return Arrays.copyOf(LinearSystem.solve(matrix, Arrays.copyOf(b, size)), m);
    }
}

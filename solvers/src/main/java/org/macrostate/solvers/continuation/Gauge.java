package org.macrostate.solvers.continuation;

import java.util.List;
import org.macrostate.solvers.fixedpoint.LinearSystem;
import org.macrostate.solvers.fixedpoint.SingularVectors;
import org.macrostate.solvers.fixedpoint.Vector;

/**
 * Makes the equations of a branch regular whose points lie on continuous families of fixed points: no step has a part
 * along the family, and the equations may be missed along its left null vectors, by an amount that is zero at a root.
 *
 * @param right directions along the family, n each; empty for isolated fixed points
 * @param left as many left null vectors of the Jacobian, n each
 */
record Gauge(List<double[]> right, List<double[]> left) {
    private static final double SHARP = 1e-4;

    static final Gauge NONE = new Gauge(List.of(), List.of());

    /** At a fixed point with this Jacobian, n·n. */
    static Gauge of(double[] jacobian, int n, int neutral) {
        return new Gauge(smallest(jacobian, n, neutral), smallest(SingularVectors.transposed(jacobian, n), n, neutral));
    }

    /** Whether the directions along the family are much closer to null than any other. */
    static boolean isSharp(double[] jacobian, int n, int neutral) {
        var modes = new SingularVectors(jacobian, n).modes();
        return n == neutral
                || modes.get(n - neutral).value()
                        <= SHARP * modes.get(n - neutral - 1).value();
    }

    private static List<double[]> smallest(double[] matrix, int n, int count) {
        return new SingularVectors(matrix, n)
                .modes().subList(n - count, n).stream()
                        .map(SingularVectors.Mode::right)
                        .toList();
    }

    /** Solves A y = b with A and b of size n + 1, the last column the parameter's. */
    double[] solve(double[] a, double[] b) {
        int k = right.size();
        if (k == 0) {
            return LinearSystem.solve(a, b);
        }
        int m = b.length;
        int size = m + k;
        double[] matrix = new double[size * size];
        double[] defect = java.util.Arrays.copyOf(b, size);
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
        return java.util.Arrays.copyOf(LinearSystem.solve(matrix, defect), m);
    }
}

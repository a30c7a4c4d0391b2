package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Gauss's formula for a measure that is given on a fine grid: exact for polynomials of degree {@code 2n − 1}. The
 * recurrence of orthogonal polynomials by Stieltjes' procedure (W. Gautschi, SIAM J. Sci. Stat. Comput. 3, 289, 1982),
 * nodes and weights as eigenvalues and eigenvectors of its matrix (G. H. Golub and J. H. Welsch, Math. Comput. 23, 221,
 * 1969).
 *
 * @param points decreasing
 * @param weights add up to one
 */
record GaussFormula(List<Double> points, List<Double> weights) {
    GaussFormula {
        points = List.copyOf(points);
        weights = List.copyOf(weights);
    }

    /** @param grid points and weights of a formula that is exact for all practical purposes; any norm */
    static GaussFormula of(List<double[]> grid, int n) {
        double[] diagonal = new double[n];
        double[] offDiagonal = new double[n - 1];
        recurrence(grid, diagonal, offDiagonal);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(diagonal, offDiagonal);
        List<Double> points = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double first = eigen.getEigenvector(i).getEntry(0);
            points.add(eigen.getEigenvalue(i));
            weights.add(first * first);
        }
        return new GaussFormula(points, weights);
    }

    private static void recurrence(List<double[]> grid, double[] diagonal, double[] offDiagonal) {
        int size = grid.size();
        double[] previous = new double[size];
        double[] current = new double[size];
        Arrays.fill(current, 1);
        double norm = 0;
        for (int k = 0; k < diagonal.length; k++) {
            double square = 0;
            double moment = 0;
            for (int i = 0; i < size; i++) {
                double density = grid.get(i)[1] * current[i] * current[i];
                square += density;
                moment += density * grid.get(i)[0];
            }
            diagonal[k] = moment / square;
            double beta = k == 0 ? 0 : square / norm;
            if (k > 0) {
                offDiagonal[k - 1] = Math.sqrt(beta);
            }
            norm = square;
            for (int i = 0; i < size; i++) {
                double next = (grid.get(i)[0] - diagonal[k]) * current[i] - beta * previous[i];
                previous[i] = current[i];
                current[i] = next;
            }
        }
    }
}

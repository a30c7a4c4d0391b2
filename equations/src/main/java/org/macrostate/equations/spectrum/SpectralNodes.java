package org.macrostate.equations.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * A spectral measure of total mass one on few points: eigenvalues and the fractions of directions that have them.
 *
 * <p>The n nodes of Gauss's quadrature give the first 2n moments of the measure exactly, and are the eigenvalues of its
 * Jacobi matrix, with the squared first components of the eigenvectors as weights (G. H. Golub and J. H. Welsch, Math.
 * Comp. 23, 221, 1969).
 *
 * @param values in increasing order
 * @param weights as many, positive, with sum one
 */
public record SpectralNodes(List<Double> values, List<Double> weights) {
    public SpectralNodes {
        values = List.copyOf(values);
        weights = List.copyOf(weights);
    }

    /**
     * The nodes of a Jacobi matrix.
     *
     * @param diagonal n entries
     * @param beside n - 1 entries
     */
    static SpectralNodes ofJacobiMatrix(double[] diagonal, double[] beside) {
        EigenDecompositionSymmetric decomposition = new EigenDecompositionSymmetric(diagonal, beside);
        double[] eigenvalues = decomposition.getEigenvalues();
        List<double[]> pairs = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < eigenvalues.length; i++) {
            double first = decomposition.getEigenvector(i).getEntry(0);
            pairs.add(new double[] {eigenvalues[i], first * first});
            total += first * first;
        }
        pairs.sort((a, b) -> Double.compare(a[0], b[0]));
        List<Double> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (double[] pair : pairs) {
            values.add(pair[0]);
            weights.add(pair[1] / total);
        }
        return new SpectralNodes(values, weights);
    }

    /**
     * The density {@code (s + 1) λ^s} on [0, 1]: a Jacobi weight (W. Gautschi, Orthogonal Polynomials, 2004, table 1.1,
     * moved to [0, 1]).
     *
     * @param exponent s, above -1
     * @param nodes at least 1
     */
    public static SpectralNodes power(double exponent, int nodes) {
        double s = exponent;
        double[] diagonal = new double[nodes];
        double[] beside = new double[nodes - 1];
        for (int k = 0; k < nodes; k++) {
            double onSymmetric = k == 0 ? s / (s + 2) : s * s / ((2 * k + s) * (2 * k + s + 2));
            diagonal[k] = (1 + onSymmetric) / 2;
        }
        for (int k = 1; k < nodes; k++) {
            double m = 2 * k + s;
            double square = k == 1
                    ? 4 * (1 + s) / ((2 + s) * (2 + s) * (3 + s))
                    : 4.0 * k * k * (k + s) * (k + s) / (m * m * (m + 1) * (m - 1));
            beside[k - 1] = Math.sqrt(square) / 2;
        }
        return ofJacobiMatrix(diagonal, beside);
    }

    /**
     * The law of V. A. Marchenko and L. A. Pastur (Math. USSR Sb. 1, 457, 1967) at unit variance.
     *
     * @param ratio c, of dimensions to observations: the edges are {@code (1 ± √c)²}
     */
    public static SpectralNodes marchenkoPastur(double ratio, int nodes) {
        double[] diagonal = new double[nodes];
        double[] beside = new double[nodes - 1];
        java.util.Arrays.fill(diagonal, 1 + ratio);
        java.util.Arrays.fill(beside, Math.sqrt(ratio));
        diagonal[0] = 1;
        return ofJacobiMatrix(diagonal, beside);
    }

    /**
     * The nodes of a measure on many points, by the algorithm of C. Lanczos with every vector orthogonalised against all
     * before it, twice; the points themselves if they are no more than the nodes.
     *
     * @param points distinct
     * @param masses positive
     */
    static SpectralNodes ofPoints(double[] points, double[] masses, int nodes) {
        int n = points.length;
        double total = java.util.Arrays.stream(masses).sum();
        if (n <= nodes) {
            List<Double> values = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                values.add(points[i]);
                weights.add(masses[i] / total);
            }
            return new SpectralNodes(values, weights);
        }
        double[][] basis = new double[nodes][];
        double[] diagonal = new double[nodes];
        double[] beside = new double[nodes - 1];
        double[] next =
                java.util.Arrays.stream(masses).map(m -> Math.sqrt(m / total)).toArray();
        for (int k = 0; k < nodes; k++) {
            basis[k] = next;
            double[] image = new double[n];
            for (int i = 0; i < n; i++) {
                image[i] = points[i] * next[i];
            }
            diagonal[k] = dot(image, next);
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j <= k; j++) {
                    double along = dot(image, basis[j]);
                    for (int i = 0; i < n; i++) {
                        image[i] -= along * basis[j][i];
                    }
                }
            }
            if (k < nodes - 1) {
                beside[k] = Math.sqrt(dot(image, image));
                double length = beside[k];
                next = java.util.Arrays.stream(image).map(x -> x / length).toArray();
            }
        }
        return ofJacobiMatrix(diagonal, beside);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

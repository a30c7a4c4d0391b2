package org.macrostate.equations.threshold;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Symbol;

/** The eigenvalues of a block at given parameters. */
final class NumericBlock {
    private final List<List<RationalFunction>> matrix;

    NumericBlock(List<List<RationalFunction>> matrix) {
        this.matrix = matrix;
    }

    /** The block at a point; entries may be NaN where it is not defined. */
    double[][] at(Map<Symbol, Double> point) {
        int n = matrix.size();
        double[][] entries = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i][j] = matrix.get(i).get(j).at(point);
            }
        }
        return entries;
    }

    /** All eigenvalues; none where the block is not defined. */
    Complex[] eigenvalues(Map<Symbol, Double> point) {
        return eigenvalues(at(point));
    }

    /** All eigenvalues of a matrix, which is overwritten; none where an entry is no number. */
    static Complex[] eigenvalues(double[][] entries) {
        double size = 0;
        for (double[] row : entries) {
            for (double entry : row) {
                size = Math.max(size, Math.abs(entry));
            }
        }
        if (!Double.isFinite(size)) {
            return new Complex[0];
        }
        return size == 0 ? zeros(entries.length) : eigenvalues(entries, size);
    }

    /** Of the matrix in units of its largest entry: squares of entries near 1e-300 or 1e300 are no numbers. */
    private static Complex[] eigenvalues(double[][] entries, double size) {
        for (double[] row : entries) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= size;
            }
        }
        Complex[] scaled = new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(entries)).getEigenvalues();
        return Arrays.stream(scaled).map(value -> value.multiply(size)).toArray(Complex[]::new);
    }

    private static Complex[] zeros(int n) {
        Complex[] zeros = new Complex[n];
        Arrays.fill(zeros, Complex.ZERO);
        return zeros;
    }

    /** The largest real part; NaN where the block is not defined. */
    double leading(Map<Symbol, Double> point) {
        return Arrays.stream(eigenvalues(point))
                .mapToDouble(Complex::getRealPart)
                .max()
                .orElse(Double.NaN);
    }

    /** How many eigenvalues have a positive real part; -1 where the block is not defined. */
    int unstable(Map<Symbol, Double> point) {
        return unstable(eigenvalues(point), 1e-12);
    }

    /**
     * How many have a positive real part; -1 if there are none at all.
     *
     * @param rounding real parts up to this times the largest modulus are none
     */
    static int unstable(Complex[] eigenvalues, double rounding) {
        double largest = 0;
        for (Complex eigenvalue : eigenvalues) {
            largest = Math.max(largest, eigenvalue.norm());
        }
        int count = 0;
        for (Complex eigenvalue : eigenvalues) {
            count += eigenvalue.getRealPart() > rounding * largest ? 1 : 0;
        }
        return eigenvalues.length == 0 ? -1 : count;
    }
}

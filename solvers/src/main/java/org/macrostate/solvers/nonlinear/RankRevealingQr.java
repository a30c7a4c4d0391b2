package org.macrostate.solvers.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;

/**
 * A P = Q R of a square matrix with column pivots, which reveals rank and null vectors in a tenth of the time that singular
 * values take (Golub and Van Loan, Matrix Computations, section 5.5.6). Immutable.
 */
public final class RankRevealingQr implements NullVectors {
    private final int n;
    private final QRColPivDecompositionHouseholderColumn_DDRM qr = new QRColPivDecompositionHouseholderColumn_DDRM();

    /** R above the diagonal and reflections below it, by columns. */
    private final double[][] columns;

    private final double[] sizes;

    /**
     * Of a matrix.
     *
     * @param a n·n, row by row, finite; not modified
     */
    public RankRevealingQr(double[] a, int n) {
        this.n = n;
        qr.setSingularThreshold(0);
        qr.decompose(DMatrixRMaj.wrap(n, n, a.clone()));
        this.columns = qr.getQR();
        this.sizes = new double[n];
        for (int i = 0; i < qr.getRank(); i++) {
            sizes[i] = Math.abs(columns[i][i]);
        }
    }

    /** The moduli of the diagonal of R, which fall. */
    @Override
    public double[] sizes() {
        return sizes;
    }

    /** How many of them are above a part of the first. */
    int rank(double part) {
        int rank = 0;
        while (rank < n && sizes[rank] > part * sizes[0]) {
            rank++;
        }
        return rank;
    }

    /** Those that the matrix takes to zero, if its rank is n − count: [−R⁻¹S; I] spans them. */
    @Override
    public List<double[]> lastRight(int count) {
        int rank = n - count;
        List<double[]> nulls = new ArrayList<>();
        for (int k = rank; k < n; k++) {
            double[] column = new double[rank];
            for (int i = 0; i < rank; i++) {
                column[i] = -columns[k][i];
            }
            double[] direction = backSubstituted(column, rank);
            direction[k] = 1;
            for (int pass = 0; pass < 2; pass++) {
                for (double[] other : nulls) {
                    direction = Vector.moved(direction, -Vector.dot(other, direction), other);
                }
            }
            nulls.add(Vector.unit(direction));
        }
        return nulls.stream().map(this::inPlace).toList();
    }

    /** Those whose product with the matrix is zero, if its rank is n − count: the last columns of Q. */
    @Override
    public List<double[]> lastLeft(int count) {
        List<double[]> nulls = new ArrayList<>();
        for (int k = n - count; k < n; k++) {
            double[] axis = new double[n];
            axis[k] = 1;
            nulls.add(timesQ(axis));
        }
        return nulls;
    }

    /**
     * The smallest singular value with its vectors, if it is much smaller than the others: by inverse iteration with RᵀR
     * from the null vector of R with a zero in its corner.
     */
    SingularVectors.Mode smallest(int steps) {
        double[] right = lastRight(1).get(0);
        if (sizes[n - 1] == 0) {
            return new SingularVectors.Mode(0, right, lastLeft(1).get(0));
        }
        double[] permuted = permuted(right);
        double[] rotated = new double[0];
        for (int i = 0; i < steps; i++) {
            rotated = Vector.unit(forwardSubstituted(permuted));
            permuted = Vector.unit(backSubstituted(rotated, n));
        }
        double[] unscaled = forwardSubstituted(permuted);
        double[] left = timesQ(Vector.unit(unscaled));
        return new SingularVectors.Mode(1 / Vector.norm(unscaled), inPlace(permuted), left);
    }

    /** The solution of least norm and least residual of A x = b, of rank {@code rank}. */
    double[] leastNorm(double[] b, int rank) {
        double[] y = backSubstituted(Arrays.copyOf(timesTransposedQ(b, rank), rank), rank);
        List<double[]> nulls = lastRight(n - rank).stream().map(this::permuted).toList();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : nulls) {
                y = Vector.moved(y, -Vector.dot(direction, y), direction);
            }
        }
        return inPlace(y);
    }

    /** R⁻¹ c of the leading block, followed by zeros. */
    private double[] backSubstituted(double[] c, int rank) {
        double[] y = Arrays.copyOf(c, n);
        for (int j = rank - 1; j >= 0; j--) {
            double[] column = columns[j];
            double value = y[j] / column[j];
            y[j] = value;
            for (int i = 0; i < j; i++) {
                y[i] -= value * column[i];
            }
        }
        return y;
    }

    /** R⁻ᵀ c. */
    private double[] forwardSubstituted(double[] c) {
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            double[] column = columns[j];
            double sum = c[j];
            for (int i = 0; i < j; i++) {
                sum -= column[i] * y[i];
            }
            y[j] = sum / column[j];
        }
        return y;
    }

    /** The first {@code count} reflections of Qᵀ on a vector. */
    private double[] timesTransposedQ(double[] b, int count) {
        double[] rotated = b.clone();
        for (int k = 0; k < count; k++) {
            reflect(rotated, k);
        }
        return rotated;
    }

    private double[] timesQ(double[] v) {
        double[] rotated = v.clone();
        for (int k = n - 1; k >= 0; k--) {
            reflect(rotated, k);
        }
        return rotated;
    }

    private void reflect(double[] v, int k) {
        double[] u = columns[k];
        double sum = v[k];
        for (int i = k + 1; i < n; i++) {
            sum += u[i] * v[i];
        }
        sum *= qr.getGammas()[k];
        v[k] -= sum;
        for (int i = k + 1; i < n; i++) {
            v[i] -= sum * u[i];
        }
    }

    /** P y: a vector in the order of the pivots in that of the columns. */
    private double[] inPlace(double[] y) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[qr.getColPivots()[i]] = y[i];
        }
        return x;
    }

    private double[] permuted(double[] x) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[qr.getColPivots()[i]];
        }
        return y;
    }
}

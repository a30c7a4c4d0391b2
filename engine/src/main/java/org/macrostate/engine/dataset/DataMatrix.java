package org.macrostate.engine.dataset;

import java.nio.file.Path;
import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.nonlinear.SymmetricEigenvalues;

/**
 * Observations, one a row.
 *
 * @param columns names of the d variables
 * @param rows n of length d, n at least 2; not to be modified
 */
public record DataMatrix(List<String> columns, List<double[]> rows) {
    /** Of the largest eigenvalue: what rounding leaves of zero. */
    private static final double ROUNDING = 1e-13;

    public DataMatrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws BadInput if it is no table of finite numbers in the chosen columns
     */
    public static DataMatrix read(Path file, ColumnChoice choice) {
        return new DataTableReader(choice).read(file);
    }

    /** Which second moments are meant. */
    public enum Moments {
        /** Of deviations from the mean, divided by n - 1. */
        COVARIANCE,
        /** The covariance of columns divided by their standard deviations. */
        CORRELATION,
        /** Of the numbers as they are, divided by n. */
        UNCENTRED
    }

    /**
     * The d eigenvalues of the matrix of second moments, the largest first; n × n products where there are fewer rows
     * than columns.
     *
     * @throws BadInput if all are zero, or a correlation is asked of a column that does not vary
     */
    public double[] eigenvalues(Moments moments) {
        double[][] x = prepared(moments);
        int n = x.length;
        int d = columns.size();
        int divisor = moments == Moments.UNCENTRED ? n : n - 1;
        double[] products = n < d ? ofRows(x, d) : ofColumns(x, d);
        double[] known = SymmetricEigenvalues.of(products, Math.min(n, d));
        double[] values = new double[d];
        for (int i = 0; i < known.length; i++) {
            values[i] = known[i] > ROUNDING * d * known[0] ? known[i] / divisor : 0;
        }
        if (!(values[0] > 0)) {
            throw new BadInput("the data do not vary: all eigenvalues are 0");
        }
        return values;
    }

    private double[][] prepared(Moments moments) {
        int d = columns.size();
        double[][] x = rows.stream().map(double[]::clone).toArray(double[][]::new);
        if (moments == Moments.UNCENTRED) {
            return x;
        }
        for (int j = 0; j < d; j++) {
            double mean = 0;
            for (double[] row : x) {
                mean += row[j] / x.length;
            }
            double squares = 0;
            for (double[] row : x) {
                row[j] -= mean;
                squares += row[j] * row[j];
            }
            if (moments == Moments.CORRELATION) {
                double deviation = Math.sqrt(squares / (x.length - 1));
                if (!(deviation > Math.ulp(mean) * x.length)) {
                    throw new BadInput("column '" + columns.get(j)
                            + "' does not vary and has no correlations; --without \"" + columns.get(j)
                            + "\" leaves it out");
                }
                for (double[] row : x) {
                    row[j] /= deviation;
                }
            }
        }
        return x;
    }

    private static double[] ofColumns(double[][] x, int d) {
        double[] products = new double[d * d];
        for (double[] row : x) {
            for (int i = 0; i < d; i++) {
                double left = row[i];
                if (left != 0) {
                    for (int j = i; j < d; j++) {
                        products[i * d + j] += left * row[j];
                    }
                }
            }
        }
        return mirrored(products, d);
    }

    private static double[] ofRows(double[][] x, int d) {
        int n = x.length;
        double[] products = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += x[i][k] * x[j][k];
                }
                products[i * n + j] = sum;
            }
        }
        return mirrored(products, n);
    }

    private static double[] mirrored(double[] upper, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                upper[i * n + j] = upper[j * n + i];
            }
        }
        return upper;
    }
}

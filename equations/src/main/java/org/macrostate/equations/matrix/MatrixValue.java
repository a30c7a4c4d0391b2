package org.macrostate.equations.matrix;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.macrostate.equations.tensor.Expression;

/** Sums of products of matrices as numbers. */
final class MatrixValue {
    private final Map<String, double[][]> values;
    private final ToDoubleFunction<Expression> coefficients;

    MatrixValue(Map<String, double[][]> values, ToDoubleFunction<Expression> coefficients) {
        this.values = values;
        this.coefficients = coefficients;
    }

    /** @param like has the shape of the result */
    double[][] of(MatrixSum sum, double[][] like) {
        double[][] total = new double[like.length][like[0].length];
        for (MatrixProduct term : sum.terms()) {
            double[][] product = identity(like.length);
            for (MatrixFactor factor : term.factors()) {
                product = times(product, of(factor, product[0].length, like));
            }
            double c = coefficients.applyAsDouble(term.coefficient());
            for (int i = 0; i < total.length; i++) {
                for (int j = 0; j < total[0].length; j++) {
                    total[i][j] += c * product[i][j];
                }
            }
        }
        return total;
    }

    private double[][] of(MatrixFactor factor, int rows, double[][] like) {
        if (factor instanceof MatrixFactor.Named n) {
            return n.transposed() ? transpose(value(n.name())) : value(n.name());
        }
        if (factor instanceof MatrixFactor.Diagonal d) {
            double[][] diagonal = identity(rows);
            for (int i = 0; i < rows; i++) {
                diagonal[i][i] = value(d.name())[i][0];
            }
            return diagonal;
        }
        if (factor instanceof MatrixFactor.Column c) {
            return value(c.name());
        }
        if (factor instanceof MatrixFactor.Row r) {
            return transpose(value(r.name()));
        }
        return factor instanceof MatrixFactor.Bracket b ? of(b.sum(), like) : identity(rows);
    }

    private double[][] value(String name) {
        double[][] value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value of " + name);
        }
        return value;
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[][] transpose(double[][] a) {
        double[][] turned = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    private static double[][] times(double[][] a, double[][] b) {
        if (a[0].length != b.length) {
            throw new IllegalStateException("a product of " + a[0].length + " columns and " + b.length + " rows");
        }
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}

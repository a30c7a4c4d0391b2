package org.macrostate.equations.graph;

import java.util.List;

/**
 * The derivative of a function by one operand, by central differences of fourth order; where the operand is a variance close
 * to zero, by differences to one side.
 *
 * @param covariances so many of the operands are the lower triangle of a covariance matrix, row by row
 * @param step relative to the operand, or to the standard deviations of a covariance
 */
record DifferenceQuotient(MultivariateFunction function, int operand, int covariances, double step)
        implements MultivariateFunction {
    @Override
    public String name() {
        return "the derivative of " + function.name();
    }

    @Override
    public int operands() {
        return function.operands();
    }

    @Override
    public Evaluation evaluation(ProgramCompiler programs) {
        Evaluation value = function.evaluation(programs);
        return x -> {
            double h = step * scale(x);
            boolean variance = isVariance();
            if (variance && x[operand] < 2 * h) {
                double one = at(value, x, h / 2);
                double two = at(value, x, h);
                return (4 * one - two - 3 * at(value, x, 0)) / h;
            }
            double outer = at(value, x, -2 * h) - at(value, x, 2 * h);
            double inner = at(value, x, h) - at(value, x, -h);
            return (outer + 8 * inner) / (12 * h);
        };
    }

    private static double at(Evaluation value, double[] x, int operand, double shift) {
        double[] moved = x.clone();
        moved[operand] += shift;
        return value.value(moved);
    }

    private double at(Evaluation value, double[] x, double shift) {
        return at(value, x, operand, shift);
    }

    private int row() {
        int row = 0;
        while ((row + 1) * (row + 2) / 2 <= operand) {
            row++;
        }
        return row;
    }

    private boolean isVariance() {
        int row = row();
        return operand < covariances && operand == row * (row + 3) / 2;
    }

    private double scale(double[] x) {
        if (operand >= covariances) {
            return Math.max(Math.abs(x[operand]), 0.1);
        }
        int row = row();
        int column = operand - row * (row + 1) / 2;
        double v = x[row * (row + 3) / 2];
        double w = x[column * (column + 3) / 2];
        double scale = Math.sqrt(Math.abs(v * w));
        if (isVariance() || !(scale > 0)) {
            return Math.max(scale, 0.1);
        }
        double left = 1 - Math.abs(x[operand]) / scale;
        return scale * Math.max(Math.min(1, left / (3 * step)), 1e-3);
    }

    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        return graph.call(new DifferenceQuotient(this, i, covariances, 10 * step), operands);
    }
}

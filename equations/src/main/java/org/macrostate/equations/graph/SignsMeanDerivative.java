package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives of {@link SignsMean}: by a mean twice the density of that variable at zero times the mean of the other signs
 * there; by a covariance four times the density of both; by a variance what is left, as signs do not change with scale.
 */
final class SignsMeanDerivative {
    private final ExpressionGraph graph;
    private final int count;
    private final List<Integer> means;
    private final List<List<Integer>> covariance;
    private final List<List<Integer>> moments;

    SignsMeanDerivative(ExpressionGraph graph, List<Integer> operands, SignsMean function) {
        this.graph = graph;
        this.count = function.count();
        this.means = operands.subList(0, count);
        int triangle = count * (count + 1) / 2;
        this.covariance = symmetric(operands.subList(count, count + triangle), count);
        this.moments = function.conditioned()
                ? symmetric(operands.subList(count + triangle, operands.size()), count)
                : List.of();
    }

    /** A matrix from its lower triangle. */
    static List<List<Integer>> symmetric(List<Integer> triangle, int count) {
        List<List<Integer>> matrix = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Integer> row = new ArrayList<>();
            for (int j = 0; j < count; j++) {
                int high = Math.max(i, j);
                row.add(triangle.get(high * (high + 1) / 2 + Math.min(i, j)));
            }
            matrix.add(row);
        }
        return matrix;
    }

    private SignsMeanDerivative(
            ExpressionGraph graph, List<Integer> means, List<List<Integer>> covariance, List<List<Integer>> moments) {
        this.graph = graph;
        this.count = means.size();
        this.means = means;
        this.covariance = covariance;
        this.moments = moments;
    }

    int by(int operand) {
        if (operand < count) {
            return byMean(operand);
        }
        int rest = operand - count;
        if (rest >= count * (count + 1) / 2) {
            return graph.number(0);
        }
        int row = 0;
        while (rest > row) {
            rest -= ++row;
        }
        return row == rest ? byVariance(row) : byCovariance(row, rest);
    }

    private int byMean(int i) {
        SignsMeanDerivative given = given(i);
        return graph.multiply(graph.number(2), graph.multiply(density(i), given.mean()));
    }

    private int mean() {
        return SignsMean.node(graph, means, covariance, moments);
    }

    private int byCovariance(int i, int j) {
        SignsMeanDerivative once = given(i);
        int second = j < i ? j : j - 1;
        SignsMeanDerivative twice = once.given(second);
        int densities = graph.multiply(density(i), once.density(second));
        int mean = twice.mean();
        return graph.multiply(graph.number(4), graph.multiply(densities, mean));
    }

    private int byVariance(int i) {
        int total = graph.multiply(means.get(i), byMean(i));
        for (int j = 0; j < count; j++) {
            if (j != i) {
                total = graph.add(total, graph.multiply(covariance.get(i).get(j), byCovariance(i, j)));
            }
        }
        int twice = graph.multiply(graph.number(-2), covariance.get(i).get(i));
        return guarded(i, graph.divide(total, twice));
    }

    /** exp(−m²/(2v))/√(2πv), and zero without variance. */
    private int density(int i) {
        int m = means.get(i);
        int v = covariance.get(i).get(i);
        int exponent = graph.negate(graph.divide(graph.multiply(m, m), graph.multiply(graph.number(2), v)));
        int norm = graph.apply(Operation.SQRT, graph.multiply(graph.number(2 * Math.PI), v));
        return guarded(i, graph.divide(graph.apply(Operation.EXP, exponent), norm));
    }

    /** Zero where the variable does not vary. */
    private int guarded(int i, int value) {
        int least = moments.isEmpty()
                ? graph.number(0)
                : graph.multiply(graph.number(SignsMean.NOTHING), moments.get(i).get(i));
        int varies = graph.apply(Operation.LESS, least, covariance.get(i).get(i));
        return graph.apply(Operation.WHEN, varies, value);
    }

    /** The law of the other variables given that u_i is zero. */
    private SignsMeanDerivative given(int i) {
        int v = covariance.get(i).get(i);
        List<Integer> m = new ArrayList<>();
        List<List<Integer>> c = new ArrayList<>();
        List<List<Integer>> known = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            if (k != i) {
                int share = guarded(i, graph.divide(covariance.get(k).get(i), v));
                m.add(graph.subtract(means.get(k), graph.multiply(share, means.get(i))));
                List<Integer> row = new ArrayList<>();
                for (int l = 0; l < count; l++) {
                    if (l != i) {
                        int explained = graph.multiply(share, covariance.get(l).get(i));
                        row.add(graph.subtract(covariance.get(k).get(l), explained));
                    }
                }
                c.add(row);
                known.add(moments(k, i));
            }
        }
        return new SignsMeanDerivative(graph, m, c, known);
    }

    /** A row of the second moments, without one variable. */
    private List<Integer> moments(int k, int without) {
        List<Integer> row = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            if (l != without) {
                row.add(
                        moments.isEmpty()
                                ? graph.add(covariance.get(k).get(l), graph.multiply(means.get(k), means.get(l)))
                                : moments.get(k).get(l));
            }
        }
        return row;
    }
}

package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code E[∏_i sign(m_i + x_i)]} of n ≤ 4 jointly Gaussian variables x with covariance C ({@link OrthantMean}), as a function of
 * the nodes of a graph.
 *
 * <p>Operands: the n means, then the lower triangle of C, row by row; then, if something is known of the variables, the
 * lower triangle of their second moments before. A variance below 1e-13 of that is what rounding leaves of none.
 */
public record SignsMean(int count, boolean conditioned) implements MultivariateFunction {
    /** Below this fraction of its scale a variance counts as zero. */
    static final double NOTHING = 1e-13;

    /** Below this fraction of a standard deviation a mean counts as zero. */
    static final double NO_MEAN = 1e-12;

    /** Squared correlations closer to one than this are one. */
    private static final double COINCIDING = 1e-10;

    /**
     * E[sign² | u = 0] in the derivative of sign³ = sign, three times 2δ(u) sign(u)²: three variables that coincide count
     * once.
     */
    private static final double TRIPLE = 1.0 / 3;

    public SignsMean {
        if (count < 1 || count > 4) {
            throw new IllegalArgumentException("means of one to four signs, was " + count);
        }
    }

    @Override
    public String name() {
        return "the mean of a product of " + count + " signs";
    }

    @Override
    public int operands() {
        return count + triangle() * (conditioned ? 2 : 1);
    }

    private int triangle() {
        return count * (count + 1) / 2;
    }

    private int place(int i, int j) {
        int row = Math.max(i, j);
        return count + row * (row + 1) / 2 + Math.min(i, j);
    }

    @Override
    public Evaluation evaluation(ProgramCompiler programs) {
        return x -> {
            double[] m = java.util.Arrays.copyOf(x, count);
            double[][] c = new double[count][count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    c[i][j] = x[place(i, j)];
                }
            }
            return conditioned ? known(m, c, x) : OrthantMean.of(m, c);
        };
    }

    /** Variables of which nothing is left are known to be zero: one has no sign, two coincide with what is known. */
    private double known(double[] m, double[][] c, double[] x) {
        double[] mean = m;
        double[][] covariance = c;
        List<Integer> zeros = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            double scale = x[place(i, i) + triangle()];
            if (!(c[i][i] > NOTHING * scale)) {
                covariance[i][i] = 0;
                if (!(Math.abs(m[i]) > NO_MEAN * Math.sqrt(scale))) {
                    zeros.add(i);
                    mean = OrthantMean.without(mean, i);
                    covariance = OrthantMean.without(covariance, i);
                }
            }
        }
        if (zeros.isEmpty()) {
            return OrthantMean.of(mean, covariance);
        }
        return zeros.size() == 2 ? coinciding(zeros.get(0), zeros.get(1), x) * OrthantMean.of(mean, covariance) : 0;
    }

    private double coinciding(int i, int j, double[] x) {
        double product = x[place(i, j) + triangle()];
        double bound = x[place(i, i) + triangle()] * x[place(j, j) + triangle()];
        return product * product > (1 - COINCIDING) * bound ? TRIPLE * Math.signum(product) : 0;
    }

    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        return new SignsMeanDerivative(graph, operands, this).by(i);
    }

    /** The mean of these signs as a node; without any it is one, and of equal ones a pair is one. */
    public static int node(
            ExpressionGraph graph, List<Integer> means, List<List<Integer>> covariance, List<List<Integer>> moments) {
        int n = means.size();
        if (n == 0) {
            return graph.number(1);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                boolean same = means.get(i).equals(means.get(j))
                        && covariance.get(i).get(i).equals(covariance.get(i).get(j))
                        && covariance.get(j).get(j).equals(covariance.get(i).get(j));
                if (same) {
                    int rest = node(
                            graph,
                            without(without(means, i), j),
                            without2(without2(covariance, i), j),
                            moments.isEmpty() ? moments : without2(without2(moments, i), j));
                    int scale =
                            moments.isEmpty() ? graph.number(0) : moments.get(i).get(i);
                    return graph.multiply(
                            square(graph, means.get(i), covariance.get(i).get(i), scale), rest);
                }
            }
        }
        List<Integer> operands = new ArrayList<>(means);
        for (int i = 0; i < n; i++) {
            operands.addAll(covariance.get(i).subList(0, i + 1));
        }
        for (int i = 0; i < moments.size(); i++) {
            operands.addAll(moments.get(i).subList(0, i + 1));
        }
        return graph.call(new SignsMean(n, !moments.isEmpty()), operands);
    }

    /** The square of a sign: one, but for a variable that is zero for certain. */
    private static int square(ExpressionGraph graph, int mean, int variance, int scale) {
        int least = graph.multiply(graph.number(NOTHING), scale);
        int varies = graph.apply(Operation.LESS, least, variance);
        int leastSquare = graph.multiply(graph.number(NO_MEAN * NO_MEAN), scale);
        int has = graph.apply(Operation.LESS, leastSquare, graph.multiply(mean, mean));
        int some = graph.apply(Operation.MAX, varies, has);
        return graph.isNumber(scale, 0) ? some : graph.apply(Operation.MAX, some, graph.number(TRIPLE));
    }

    private static <T> List<T> without(List<T> all, int left) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(left);
        return rest;
    }

    private static List<List<Integer>> without2(List<List<Integer>> all, int left) {
        return without(all, left).stream().map(row -> without(row, left)).toList();
    }
}

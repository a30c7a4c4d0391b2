package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;

/**
 * {@code E[∏_i sign(m_i + x_i)]} of n ≤ 4 jointly Gaussian variables x with covariance C: orthant probabilities. Two signs by
 * Nicholson's function (equivalent to the bivariate normal integral), three and four by one integral over those of fewer: with
 * the correlations between two groups of variables scaled by t, {@code d/dt = Σ 4 C_ij φ(u_i = u_j = 0) E[∏ of the others | u_i =
 * u_j = 0]} (R. L. Plackett, Biometrika 41, 351, 1954; A. Genz, Stat. Comput. 14, 251, 2004).
 *
 * <p>Operands: the n means, then the lower triangle of C, row by row; then, if something is known of the variables, the
 * lower triangle of their second moments before. A variance below 1e-13 of that is what rounding leaves of none.
 */
public record SignsMean(int count, boolean conditioned) implements MultivariateFunction {
    /** Correlations closer to one than this are one: what rounding leaves. */
    private static final double COINCIDENCE = 1e-14;

    /** Below this fraction of its scale a variance counts as zero. */
    static final double NOTHING = 1e-13;

    private static final double NO_MEAN = 1e-12;

    /** Squared correlations closer to one than this are one. */
    private static final double COINCIDING = 1e-10;

    /**
     * E[sign² | u = 0] in the derivative of sign³ = sign, three times 2δ(u) sign(u)²: three variables that coincide count
     * once.
     */
    private static final double TRIPLE = 1.0 / 3;

    private static final double ACCURACY = 1e-13;
    private static final int MOST_PIECES = 400;

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
            return conditioned ? known(m, c, x) : of(m, c);
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
                    mean = without(mean, i);
                    covariance = without(covariance, i);
                }
            }
        }
        if (zeros.isEmpty()) {
            return of(mean, covariance);
        }
        return zeros.size() == 2 ? coinciding(zeros.get(0), zeros.get(1), x) * of(mean, covariance) : 0;
    }

    private double coinciding(int i, int j, double[] x) {
        double product = x[place(i, j) + triangle()];
        double bound = x[place(i, i) + triangle()] * x[place(j, j) + triangle()];
        return product * product > (1 - COINCIDING) * bound ? TRIPLE * Math.signum(product) : 0;
    }

    /** The mean of the product of the signs of all these variables; sign(0) is 0. */
    static double of(double[] m, double[][] c) {
        return switch (m.length) {
            case 0 -> 1;
            case 1 -> one(m[0], c[0][0]);
            case 2 -> two(m[0], m[1], c[0][0], c[0][1], c[1][1]);
            default -> fixed(m, c);
        };
    }

    private static double one(double m, double v) {
        return v > 0 ? Erf.erf(m / Math.sqrt(2 * v)) : Math.signum(m);
    }

    private static double two(double m, double n, double v, double c, double w) {
        if (!(v > 0) || !(w > 0)) {
            return one(m, v) * one(n, w);
        }
        double a = m / Math.sqrt(v);
        double b = n / Math.sqrt(w);
        double determinant = v * w - c * c;
        if (!(determinant > COINCIDENCE * v * w)) {
            double side = Math.signum(c);
            return side * (1 - Math.abs(one(a, 1) - one(side * b, 1)));
        }
        double root = Math.sqrt(determinant);
        double angle = Math.atan2(c, root);
        if (m == 0 && n == 0) {
            return 2 / Math.PI * angle;
        }
        double q = (n * v - c * m) / (Math.sqrt(v) * root);
        double p = (m * w - c * n) / (Math.sqrt(w) * root);
        return 2 / Math.PI * angle + 4 * (NicholsonFunction.of(a, q) + NicholsonFunction.of(b, p));
    }

    /** A variable that does not vary has its sign. */
    private static double fixed(double[] m, double[][] c) {
        for (int i = 0; i < m.length; i++) {
            if (!(c[i][i] > 0)) {
                return Math.signum(m[i]) * of(without(m, i), without(c, i));
            }
        }
        return several(m, c);
    }

    private static double[] without(double[] m, int left) {
        double[] rest = new double[m.length - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = m[i < left ? i : i + 1];
        }
        return rest;
    }

    private static double[][] without(double[][] c, int left) {
        double[][] rest = new double[c.length - 1][];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = without(c[i < left ? i : i + 1], left);
        }
        return rest;
    }

    /** The pair that is correlated most stays together, the correlations of the others with it are scaled. */
    private static double several(double[] m, double[][] c) {
        int n = m.length;
        int a = 0;
        int b = 1;
        double most = -1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double other = n == 4 ? correlation(c, rest(n, i, j)) : 0;
                double both = Math.max(correlation(c, new int[] {i, j}), other);
                if (both > most) {
                    most = both;
                    a = i;
                    b = j;
                }
            }
        }
        int[] left = {a, b};
        int[] right = rest(n, a, b);
        double apart = of(chosen(m, left), chosen(c, left)) * of(chosen(m, right), chosen(c, right));
        double joint = AdaptiveQuadrature.of(
                phi -> Math.cos(phi) * slope(m, c, left, right, Math.sin(phi)),
                0,
                Math.PI / 2,
                ACCURACY,
                MOST_PIECES,
                true);
        return apart + joint;
    }

    private static double correlation(double[][] c, int[] pair) {
        double square = c[pair[0]][pair[1]] * c[pair[0]][pair[1]];
        return square / (c[pair[0]][pair[0]] * c[pair[1]][pair[1]]);
    }

    private static int[] rest(int n, int a, int b) {
        return java.util.stream.IntStream.range(0, n)
                .filter(i -> i != a && i != b)
                .toArray();
    }

    private static double[] chosen(double[] m, int[] of) {
        return java.util.Arrays.stream(of).mapToDouble(i -> m[i]).toArray();
    }

    private static double[][] chosen(double[][] c, int[] of) {
        return java.util.Arrays.stream(of).mapToObj(i -> chosen(c[i], of)).toArray(double[][]::new);
    }

    /** d/dt of the mean with the correlations between both groups scaled by t. */
    private static double slope(double[] m, double[][] c, int[] left, int[] right, double t) {
        double total = 0;
        double[][] scaled = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            scaled[i] = c[i].clone();
        }
        for (int i : left) {
            for (int j : right) {
                scaled[i][j] *= t;
                scaled[j][i] *= t;
            }
        }
        for (int i : left) {
            for (int j : right) {
                if (c[i][j] != 0) {
                    total += 4 * c[i][j] * given(m, scaled, i, j);
                }
            }
        }
        return total;
    }

    /** The density of u_i = u_j = 0 times the mean of the other signs there. */
    private static double given(double[] m, double[][] c, int i, int j) {
        double vi = c[i][i];
        double vj = c[j][j];
        double cij = c[i][j];
        double determinant = vi * vj - cij * cij;
        if (!(determinant > 0)) {
            return 0;
        }
        double exponent = (m[i] * m[i] * vj - 2 * cij * m[i] * m[j] + m[j] * m[j] * vi) / (2 * determinant);
        double density = Math.exp(-exponent) / (2 * Math.PI * Math.sqrt(determinant));
        if (density == 0) {
            return 0;
        }
        int[] others = rest(m.length, i, j);
        double[] mean = new double[others.length];
        double[][] covariance = new double[others.length][others.length];
        for (int k = 0; k < others.length; k++) {
            double[] row = c[others[k]];
            double onI = (row[i] * vj - row[j] * cij) / determinant;
            double onJ = (row[j] * vi - row[i] * cij) / determinant;
            mean[k] = m[others[k]] - onI * m[i] - onJ * m[j];
            for (int l = 0; l < others.length; l++) {
                covariance[k][l] = row[others[l]] - onI * c[others[l]][i] - onJ * c[others[l]][j];
            }
            if (!(covariance[k][k] > NOTHING * c[others[k]][others[k]])) {
                double scale = c[others[k]][others[k]] + m[others[k]] * m[others[k]];
                covariance[k][k] = 0;
                mean[k] = Math.abs(mean[k]) > NO_MEAN * Math.sqrt(scale) ? mean[k] : 0;
            }
        }
        return density * of(mean, covariance);
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

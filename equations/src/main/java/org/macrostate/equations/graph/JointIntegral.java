package org.macrostate.equations.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.equations.gaussian.Tails;

/**
 * {@code E[f_j(u)]} of several functions of jointly Gaussian, centred variables with one covariance C, by {@link
 * NormalIntegral}. Further variables have a mean and covariances given these, which the functions are functions of, too.
 *
 * <p>Operands: the lower triangle of C, row by row; for each further variable its covariances with the variables of
 * integration; the covariances of pairs of further variables; the parameters of the functions.
 *
 * @param body first the functions, then functions whose zeros are their kinks; its state is u, then the conditional means of
 *     further variables, then the conditional covariances of pairs
 * @param pairs the numbers of two further variables each, from 0
 * @param results how many functions there are
 */
record JointIntegral(
        Program body, int forms, int others, List<List<Integer>> pairs, int results, IntegralAccuracy accuracy)
        implements JointFunction {
    /** What rounding leaves of a variance, relative to it. */
    private static final double NOTHING = 1e-14;

    JointIntegral {
        pairs = List.copyOf(pairs);
    }

    private int triangle() {
        return forms * (forms + 1) / 2;
    }

    @Override
    public int operands() {
        return triangle() + others * forms + pairs.size() + body.parameterLength();
    }

    @Override
    public Evaluation evaluation(MultivariateFunction.ProgramCompiler programs) {
        MultivariateFunction.ProgramEvaluation compiled = programs.compiled(body);
        boolean planes = Smoothness.areAffine(body, results);
        TailTest tails = new TailTest(body, results);
        Program kinks = kinks();
        MultivariateFunction.ProgramEvaluation alone = kinks.outputs().isEmpty() ? compiled : programs.compiled(kinks);
        return x -> values(compiled, alone, planes, tails, x);
    }

    /** The functions whose zeros are kinks. */
    private Program kinks() {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> outputs = body.into(graph, i -> i, i -> i);
        return Program.of(graph, outputs.subList(results, outputs.size()), body.stateLength(), body.parameterLength());
    }

    private double[] values(
            MultivariateFunction.ProgramEvaluation compiled,
            MultivariateFunction.ProgramEvaluation alone,
            boolean planes,
            TailTest tails,
            double[] x) {
        double[][] root = root(x);
        int[] own = IntStream.range(0, forms).filter(i -> root[i][i] > 0).toArray();
        int given = forms + others;
        double[][] columns = new double[given][own.length];
        for (int i = 0; i < given; i++) {
            for (int k = 0; k < own.length; k++) {
                columns[i][k] = root[i][own[k]];
            }
        }
        double[] state = new double[body.stateLength()];
        int next = triangle() + others * forms;
        for (int p = 0; p < pairs.size(); p++) {
            double[] first = root[forms + pairs.get(p).get(0)];
            double[] second = root[forms + pairs.get(p).get(1)];
            double left = x[next++] - dot(first, second, forms);
            boolean variance = pairs.get(p).get(0).equals(pairs.get(p).get(1));
            state[given + p] = variance ? Math.max(0, left) : left;
        }
        double[] parameters = Arrays.copyOfRange(x, next, x.length);
        double[] work = new double[compiled.workLength()];
        double[] rates = tails.rates(columns, state, parameters);
        NormalIntegral.Integrand integrand = (z, values) -> {
            for (int i = 0; i < given; i++) {
                state[i] = dot(columns[i], z, own.length);
            }
            compiled.eval(state, parameters, values, work);
            for (int j = 0; j < results; j++) {
                values[j] = Tails.isTooFast(rates[j]) ? 0 : values[j];
            }
        };
        int kinks = body.outputs().size() - results;
        double[] workAlone = new double[alone.workLength()];
        KinkPlaces.Kinks kinksAlone = (z, values) -> {
            for (int i = 0; i < given; i++) {
                state[i] = dot(columns[i], z, own.length);
            }
            alone.eval(state, parameters, values, workAlone);
        };
        double usual = Refinement.far(accuracy.reached());
        double negligible = Math.pow(10, -accuracy.reached() - Refinement.FURTHER_DIGITS);
        double far = tails.far(integrand, results + kinks, own.length, usual, negligible);
        double farther = Math.max(far / usual, farther(rates));
        double[] values = new NormalIntegral(
                        integrand, own.length, results, kinks, kinksAlone, planes, farther, accuracy)
                .values();
        for (int j = 0; j < results; j++) {
            values[j] = Tails.isTooFast(rates[j]) ? Double.NaN : values[j];
        }
        return values;
    }

    /** By how much farther than usual the integrals go, for the slowest decay. */
    private static double farther(double[] rates) {
        double most = Arrays.stream(rates)
                .filter(rate -> !Tails.isTooFast(rate))
                .max()
                .orElse(0);
        return 1 / Math.sqrt(1 - most);
    }

    private static double dot(double[] a, double[] b, int length) {
        double total = 0;
        for (int i = 0; i < length; i++) {
            total += a[i] * b[i];
        }
        return total;
    }

    /**
     * A triangular root of the covariance, and the coefficients of further variables below; a variable that earlier ones
     * determine has no column.
     */
    private double[][] root(double[] x) {
        double[][] root = new double[forms + others][forms];
        for (int i = 0; i < root.length; i++) {
            int row = i < forms ? i * (i + 1) / 2 : triangle() + (i - forms) * forms;
            double rest = i < forms ? x[row + i] : 0;
            for (int j = 0; j < Math.min(i, forms); j++) {
                double left = x[row + j] - dot(root[i], root[j], j);
                root[i][j] = root[j][j] > 0 ? left / root[j][j] : 0;
                rest -= root[i][j] * root[i][j];
            }
            if (i < forms) {
                root[i][i] = rest > NOTHING * x[row + i] ? Math.sqrt(rest) : 0;
            }
        }
        return root;
    }
}

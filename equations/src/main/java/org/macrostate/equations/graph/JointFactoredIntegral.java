package org.macrostate.equations.graph;

import java.util.Arrays;
import java.util.List;

/**
 * Several {@link FactoredIntegral}s with the same covariances: {@code E[f_j(s, a) g_k(s, b)]} as an integral over s of products of
 * integrals over a and b given s, with nodes in common.
 *
 * <p>Operands: as of one, with the parameters of all f, then those of all g.
 *
 * @param firsts the different f
 * @param seconds the different g
 * @param left of each result the number of its f
 * @param right of each result the number of its g
 */
record JointFactoredIntegral(
        Program firsts, Program seconds, List<Integer> left, List<Integer> right, IntegralAccuracy accuracy)
        implements JointFunction {
    private static final int VARIABLES = 2;

    JointFactoredIntegral {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    @Override
    public int operands() {
        return FactoredIntegral.COVARIANCES + firsts.parameterLength() + seconds.parameterLength();
    }

    @Override
    public int results() {
        return left.size();
    }

    @Override
    public Evaluation evaluation(MultivariateFunction.ProgramCompiler programs) {
        MultivariateFunction.ProgramEvaluation f = programs.compiled(firsts);
        MultivariateFunction.ProgramEvaluation g = programs.compiled(seconds);
        return x -> {
            int split = FactoredIntegral.COVARIANCES + firsts.parameterLength();
            double spread = Math.sqrt(Math.max(0, x[0]));
            Part first =
                    new Part(f, spread, x[1], x[2], Arrays.copyOfRange(x, FactoredIntegral.COVARIANCES, split), firsts);
            Part second = new Part(g, spread, x[3], x[4], Arrays.copyOfRange(x, split, x.length), seconds);
            return new Refinement(VARIABLES, results(), accuracy)
                    .values((nodes, sums, sizes) -> over(nodes, first, second, sums, sizes));
        };
    }

    private void over(Nodes nodes, Part first, Part second, double[] sums, double[] sizes) {
        for (int k = 0; k < nodes.length(); k++) {
            first.given(nodes.at(k), nodes);
            second.given(nodes.at(k), nodes);
            for (int j = 0; j < sums.length; j++) {
                int l = left.get(j);
                int r = right.get(j);
                sums[j] += nodes.weight(k) * first.sums[l] * second.sums[r];
                sizes[j] += nodes.weight(k) * first.sizes[l] * second.sizes[r];
            }
        }
    }

    /** Integrals over one variable given s. */
    private static final class Part {
        private final MultivariateFunction.ProgramEvaluation functions;
        private final double[] parameters;
        private final double spread;
        private final double slope;
        private final double rest;
        private final double[] state = new double[VARIABLES];
        private final double[] values;
        private final double[] work;
        private final double[] sums;
        private final double[] sizes;

        Part(
                MultivariateFunction.ProgramEvaluation functions,
                double spread,
                double covariance,
                double variance,
                double[] parameters,
                Program program) {
            this.functions = functions;
            this.spread = spread;
            this.parameters = parameters;
            slope = spread > 0 ? covariance / spread : 0;
            rest = Math.sqrt(Math.max(0, variance - slope * slope));
            values = new double[program.outputs().size()];
            work = new double[functions.workLength()];
            sums = new double[values.length];
            sizes = new double[values.length];
        }

        void given(double z, Nodes nodes) {
            Arrays.fill(sums, 0);
            Arrays.fill(sizes, 0);
            state[0] = spread * z;
            for (int k = 0; k < nodes.length(); k++) {
                state[1] = slope * z + rest * nodes.at(k);
                functions.eval(state, parameters, values, work);
                for (int j = 0; j < values.length; j++) {
                    double value = nodes.weight(k) * values[j];
                    sums[j] += value;
                    sizes[j] += Math.abs(value);
                }
            }
        }
    }
}

package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code E[f(u)]} of jointly Gaussian, centred u with covariance C, to an accuracy: {@link NormalIntegral} over as many
 * independent variables as u has. Of the variables the first {@code forms} are integrated over; f is linear in the others,
 * or contains their conditional covariances beside: given the first ones they have a mean and these covariances.
 *
 * <p>Operands: the lower triangle of C, row by row, then the parameters of f.
 *
 * @param body first output f, further ones whose zeros are kinks of f; its state is u, then the conditional covariances of
 *     pairs of further variables (lower triangle, row by row); its parameters are f's
 * @param digits of accuracy
 */
public record GaussianIntegral(Program body, int forms, int others, int digits) implements MultivariateFunction {
    private static final double STEP = 2e-3;

    @Override
    public String name() {
        return "a Gaussian expectation over " + forms + (forms == 1 ? " field" : " fields");
    }

    /** Whether a program has integrals to more digits than these. */
    public static boolean isIn(Program program, int digits) {
        return program.nodes().stream().anyMatch(node -> finer(node, digits).isPresent());
    }

    /** The program with all integrals to at most so many digits. */
    public static Program rougher(Program program, int digits) {
        List<Node> nodes = program.nodes().stream()
                .map(node -> finer(node, digits)
                        .<Node>map(integral -> new Node.Call(
                                new GaussianIntegral(integral.body, integral.forms, integral.others, digits),
                                node.operands()))
                        .orElse(node))
                .toList();
        return new Program(nodes, program.outputs(), program.stateLength(), program.parameterLength());
    }

    private static Optional<GaussianIntegral> finer(Node node, int digits) {
        return node instanceof Node.Call call
                        && call.function() instanceof GaussianIntegral integral
                        && integral.digits > digits
                ? Optional.of(integral)
                : Optional.empty();
    }

    private int variables() {
        return forms + others;
    }

    private int triangle() {
        return variables() * (variables() + 1) / 2;
    }

    @Override
    public int operands() {
        return triangle() + body.parameterLength();
    }

    private boolean isKinked() {
        return body.outputs().size() > 1;
    }

    @Override
    public Evaluation evaluation(ProgramCompiler programs) {
        ProgramEvaluation compiled = programs.compiled(body);
        return x -> value(compiled, x);
    }

    private double value(ProgramEvaluation compiled, double[] x) {
        int n = variables();
        double[][] root = root(x);
        int[] own = java.util.stream.IntStream.range(0, forms)
                .filter(i -> root[i][i] > 0)
                .toArray();
        double[] parameters = java.util.Arrays.copyOfRange(x, triangle(), x.length);
        double[] state = new double[body.stateLength()];
        int pair = n;
        for (int i = forms; i < n; i++) {
            for (int j = forms; j <= i && pair < state.length; j++) {
                double rest = x[i * (i + 1) / 2 + j];
                for (int k = 0; k < forms; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                state[pair++] = rest;
            }
        }
        double[] out = new double[body.outputs().size()];
        NormalIntegral.Integrand integrand = (z, values) -> {
            for (int i = 0; i < n && i < state.length; i++) {
                double u = 0;
                for (int k = 0; k < own.length; k++) {
                    u += root[i][own[k]] * z[k];
                }
                state[i] = u;
            }
            compiled.eval(state, parameters, out);
            System.arraycopy(out, 0, values, 0, out.length);
        };
        return new NormalIntegral(integrand, own.length, out.length - 1, digits).value();
    }

    /** A triangular root of the covariance; a variable that earlier ones determine has no column. */
    private double[][] root(double[] x) {
        int n = variables();
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            double variance = x[i * (i + 1) / 2 + i];
            double rest = variance;
            for (int j = 0; j < Math.min(i, forms); j++) {
                double left = x[i * (i + 1) / 2 + j];
                for (int k = 0; k < j; k++) {
                    left -= root[i][k] * root[j][k];
                }
                root[i][j] = root[j][j] > 0 ? left / root[j][j] : 0;
                rest -= root[i][j] * root[i][j];
            }
            if (i < forms) {
                root[i][i] = rest > 1e-14 * variance ? Math.sqrt(rest) : 0;
            }
        }
        return root;
    }

    /**
     * By a parameter the expectation of the derivative; by a covariance that of the mixed second derivative, by a variance half
     * of the second one (R. Price, IRE Trans. Inf. Theory 4, 69, 1958). Where f has kinks these are no functions, and the
     * expectation itself is differentiated by differences.
     */
    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        if (isKinked() || body.stateLength() > variables()) {
            return graph.call(new DifferenceQuotient(this, i, triangle(), STEP), operands);
        }
        ExpressionGraph inner = new ExpressionGraph();
        int f = copied(inner);
        int node;
        double factor = 1;
        if (i >= triangle()) {
            Map<Integer, Integer> gradient = new GraphDerivative(inner, Node.Source.PARAMETER).gradient(f);
            node = gradient.getOrDefault(i - triangle(), inner.number(0));
        } else {
            int row = 0;
            int column = i;
            while (column > row) {
                column -= ++row;
            }
            int first = new GraphDerivative(inner).gradient(f).getOrDefault(row, inner.number(0));
            node = new GraphDerivative(inner).gradient(first).getOrDefault(column, inner.number(0));
            factor = row == column ? 0.5 : 1;
        }
        if (inner.isNumber(node, 0)) {
            return graph.number(0);
        }
        Program derived = Program.of(inner, List.of(node), body.stateLength(), body.parameterLength());
        return graph.multiply(
                graph.number(factor), graph.call(new GaussianIntegral(derived, forms, others, digits), operands));
    }

    private int copied(ExpressionGraph into) {
        int[] place = new int[body.nodes().size()];
        for (int i = 0; i < place.length; i++) {
            Node node = body.nodes().get(i);
            if (node instanceof Node.Number n) {
                place[i] = into.number(n.value());
            } else if (node instanceof Node.Input in) {
                place[i] = into.input(in.source(), in.index());
            } else if (node instanceof Node.Result r) {
                place[i] = r.right() < 0
                        ? into.apply(r.operation(), place[r.left()])
                        : into.apply(r.operation(), place[r.left()], place[r.right()]);
            } else {
                Node.Call call = (Node.Call) node;
                place[i] = into.call(
                        call.function(),
                        call.operands().stream().map(o -> place[o]).toList());
            }
        }
        return place[body.outputs().get(0)];
    }

    /** Operands in the order that a covariance matrix of nodes gives them. */
    static List<Integer> lowerTriangle(List<List<Integer>> covariance) {
        List<Integer> operands = new ArrayList<>();
        for (int i = 0; i < covariance.size(); i++) {
            operands.addAll(covariance.get(i).subList(0, i + 1));
        }
        return operands;
    }
}

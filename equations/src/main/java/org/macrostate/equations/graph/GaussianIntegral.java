package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code E[f(u)]} of jointly Gaussian, centred u with covariance C, to an accuracy: {@link NormalIntegral} over as many
 * independent variables as u has. Of the variables the first {@code forms} are integrated over; f is linear in the others,
 * or contains their conditional covariances beside: given the first ones they have a mean and these covariances.
 *
 * <p>Operands: the lower triangle of C, row by row, then the parameters of f.
 *
 * @param body first output f, further ones whose zeros are kinks of f; its state is u, then the conditional covariances of
 *     pairs of further variables (lower triangle, row by row); its parameters are f's
 */
public record GaussianIntegral(Program body, int forms, int others, IntegralAccuracy accuracy)
        implements MultivariateFunction {
    private static final double STEP = 2e-3;

    /** By the usual formulas, to so many digits. */
    public GaussianIntegral(Program body, int forms, int others, int digits) {
        this(body, forms, others, IntegralAccuracy.of(digits));
    }

    @Override
    public String name() {
        return "a Gaussian expectation over " + forms + (forms == 1 ? " field" : " fields");
    }

    /** Whether a program has integrals to more digits than these. */
    public static boolean isIn(Program program, int digits) {
        return program.nodes().stream()
                .anyMatch(
                        node -> accuracy(node).filter(a -> a.digits() > digits).isPresent());
    }

    /** Over how many fields the integral over most of them is; zero if there is none. */
    static int mostFields(Program program) {
        return program.nodes().stream()
                .mapToInt(node -> node instanceof Node.Call call && call.function() instanceof GaussianIntegral integral
                        ? integral.forms
                        : 0)
                .max()
                .orElse(0);
    }

    /** The program with all integrals to at most so many digits. */
    public static Program rougher(Program program, int digits) {
        return with(program, a -> a.digits() > digits ? new IntegralAccuracy(digits, a.rule()) : a);
    }

    /** The program with all integrals by other formulas. */
    public static Program by(Program program, IntegralAccuracy.Rule rule) {
        return with(program, accuracy -> accuracy.by(rule));
    }

    private static Program with(Program program, UnaryOperator<IntegralAccuracy> change) {
        List<Node> nodes =
                program.nodes().stream().map(node -> with(node, change)).toList();
        return new Program(nodes, program.outputs(), program.stateLength(), program.parameterLength());
    }

    private static Node with(Node node, UnaryOperator<IntegralAccuracy> change) {
        if (!(node instanceof Node.Call call)) {
            return node;
        }
        MultivariateFunction function = call.function();
        if (function instanceof GaussianIntegral integral) {
            function = integral.with(change.apply(integral.accuracy));
        } else if (function instanceof FactoredIntegral integral) {
            function = integral.with(change.apply(integral.accuracy()));
        } else if (function instanceof NodeSum sum) {
            function = new NodeSum(with(sum.body(), change), sum.columns());
        }
        return new Node.Call(function, call.operands());
    }

    private GaussianIntegral with(IntegralAccuracy other) {
        return new GaussianIntegral(body, forms, others, other);
    }

    /** Of the integral that a node is a call of. */
    private static Optional<IntegralAccuracy> accuracy(Node node) {
        if (!(node instanceof Node.Call call)) {
            return Optional.empty();
        }
        if (call.function() instanceof GaussianIntegral integral) {
            return Optional.of(integral.accuracy);
        }
        return call.function() instanceof FactoredIntegral integral
                ? Optional.of(integral.accuracy())
                : Optional.empty();
    }

    private int variables() {
        return forms + others;
    }

    int triangle() {
        return variables() * (variables() + 1) / 2;
    }

    @Override
    public int operands() {
        return triangle() + body.parameterLength();
    }

    @Override
    public Evaluation evaluation(ProgramCompiler programs) {
        JointFunction.Use alone = IntegralFamily.of(this);
        JointFunction.Evaluation evaluation = alone.function().evaluation(programs);
        return x -> evaluation
                .values(alone.operands().stream().mapToDouble(i -> x[i]).toArray())[0];
    }

    /**
     * By a parameter the expectation of the derivative; by a covariance that of the mixed second derivative, by a variance half
     * of the second one (R. Price, IRE Trans. Inf. Theory 4, 69, 1958). These are functions where f has no kinks, kinks whose
     * place does not depend on what is differentiated by, or kinks across which f and its first derivative are continuous, as
     * {@code h/(1 + Abs[h])}; elsewhere the expectation itself is differentiated by differences, which
     * is not possible at covariances without room around them. What f's conditional covariances are of is distributed alike under
     * all of these.
     */
    @Override
    public int derivative(ExpressionGraph graph, List<Integer> operands, int i) {
        ExpressionGraph inner = new ExpressionGraph();
        List<Integer> outputs = body.into(inner, k -> k, k -> k);
        int f = outputs.get(0);
        List<Integer> kinks = outputs.subList(1, outputs.size());
        int node;
        double factor = 1;
        if (i >= triangle()) {
            GraphDerivative byParameters = new GraphDerivative(inner, Node.Source.PARAMETER);
            if (moves(inner, byParameters, kinks, i - triangle()) && jumps(inner, f, kinks)) {
                return differences(graph, operands, i);
            }
            node = byParameters.gradient(f).getOrDefault(i - triangle(), inner.number(0));
        } else {
            int row = 0;
            int column = i;
            while (column > row) {
                column -= ++row;
            }
            GraphDerivative byVariables = new GraphDerivative(inner);
            int first = byVariables.gradient(f).getOrDefault(row, inner.number(0));
            boolean moves = moves(inner, byVariables, kinks, row) || moves(inner, byVariables, kinks, column);
            if (moves && (jumps(inner, f, kinks) || jumps(inner, first, kinks))) {
                return differences(graph, operands, i);
            }
            node = new GraphDerivative(inner).gradient(first).getOrDefault(column, inner.number(0));
            factor = row == column ? 0.5 : 1;
        }
        if (inner.isNumber(node, 0)) {
            return graph.number(0);
        }
        List<Integer> derivedOutputs = new ArrayList<>(List.of(node));
        derivedOutputs.addAll(kinks);
        Program derived = Program.of(inner, derivedOutputs, body.stateLength(), body.parameterLength());
        return graph.multiply(
                graph.number(factor), graph.call(new GaussianIntegral(derived, forms, others, accuracy), operands));
    }

    private int differences(ExpressionGraph graph, List<Integer> operands, int i) {
        return graph.call(new DifferenceQuotient(this, i, triangle(), STEP), operands);
    }

    private boolean jumps(ExpressionGraph inner, int function, List<Integer> kinks) {
        List<Integer> outputs = new ArrayList<>(List.of(function));
        outputs.addAll(kinks);
        return !KinkJumps.isContinuous(Program.of(inner, outputs, body.stateLength(), body.parameterLength()));
    }

    /** Whether the place of a kink depends on an input. */
    private static boolean moves(ExpressionGraph inner, GraphDerivative derivative, List<Integer> kinks, int input) {
        return kinks.stream()
                .anyMatch(kink -> !inner.isNumber(derivative.gradient(kink).getOrDefault(input, inner.number(0)), 0));
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

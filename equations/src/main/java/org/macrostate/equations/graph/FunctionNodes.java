package org.macrostate.equations.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.MatrixFunction;

/** Nodes of functions of expressions, at given places of their free indices. */
final class FunctionNodes {
    private static final double SOFTPLUS_IS_ITS_ARGUMENT = 40;

    private final GraphBuilder builder;
    private final ExpressionGraph graph;
    private final Map<String, Integer> places;

    FunctionNodes(GraphBuilder builder, Map<String, Integer> places) {
        this.builder = builder;
        this.graph = builder.graph();
        this.places = places;
    }

    int node(Apply apply) {
        if (apply.function() == Function.GAUSSIAN_MEAN) {
            return new GaussianMeanBuilder(builder, places).node(apply);
        }
        Optional<Expression> definition = builder.definition(apply);
        if (definition.isPresent()) {
            return builder.node(definition.get(), places);
        }
        if (MatrixFunction.is(apply)) {
            return new MatrixNodes(builder, places).node(apply);
        }
        if (apply.function() == Function.STOP_GRADIENT) {
            return builder.stopped(apply.arguments().get(0), places);
        }
        List<Integer> arguments =
                apply.arguments().stream().map(a -> builder.node(a, places)).toList();
        int a = arguments.get(0);
        return switch (apply.function()) {
            case MIN -> fold(arguments, (x, y) -> graph.apply(Operation.MIN, x, y));
            case MAX -> fold(arguments, (x, y) -> graph.apply(Operation.MAX, x, y));
            case AND -> fold(arguments, graph::multiply);
            case OR -> fold(arguments, (x, y) -> graph.apply(Operation.MAX, x, y));
            case NOT -> graph.subtract(graph.number(1), a);
            case IF -> choice(a, arguments.get(1), arguments.get(2));
            case RAMP -> graph.apply(Operation.MAX, a, graph.number(0));
            case MEAN_OF_SIGNS -> signsMean(arguments);
            case MEAN -> throw new BadInput("'Mean' stands where no expectation is taken");
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH -> elementary(apply.function(), arguments);
            case COSH, TANH, ERF, ABS, SIGN, UNIT_STEP, MOD, FLOOR -> elementary(apply.function(), arguments);
            case LESS, LESS_EQUAL, EQUAL -> elementary(apply.function(), arguments);
            default -> throw new IllegalArgumentException("no operation on numbers: " + apply.function());
        };
    }

    private int signsMean(List<Integer> arguments) {
        int n = 2;
        while (n * (n + 3) / 2 != arguments.size() && n * (n + 2) != arguments.size()) {
            n++;
        }
        int triangle = n * (n + 1) / 2;
        List<Integer> before = arguments.subList(n + triangle, arguments.size());
        return SignsMean.node(
                graph,
                arguments.subList(0, n),
                SignsMeanDerivative.symmetric(arguments.subList(n, n + triangle), n),
                before.isEmpty() ? List.of() : SignsMeanDerivative.symmetric(before, n));
    }

    private int elementary(Function function, List<Integer> arguments) {
        Operation operation = Operation.valueOf(function.name());
        if (function == Function.LOG
                && graph.node(arguments.get(0)) instanceof Node.Result of
                && of.operation() == Operation.ERFC) {
            return graph.apply(Operation.LOG_ERFC, of.left());
        }
        if (function == Function.LOG) {
            OptionalInt exponent = exponentBesideOne(arguments.get(0));
            if (exponent.isPresent()) {
                return softplus(exponent.getAsInt());
            }
        }
        return arguments.size() == 1
                ? graph.apply(operation, arguments.get(0))
                : graph.apply(operation, arguments.get(0), arguments.get(1));
    }

    /** x of {@code 1 + Exp[x]}. */
    private OptionalInt exponentBesideOne(int node) {
        if (!(graph.node(node) instanceof Node.Result sum) || sum.operation() != Operation.ADD) {
            return OptionalInt.empty();
        }
        int other = graph.isNumber(sum.left(), 1) ? sum.right() : graph.isNumber(sum.right(), 1) ? sum.left() : -1;
        return other >= 0 && graph.node(other) instanceof Node.Result power && power.operation() == Operation.EXP
                ? OptionalInt.of(power.left())
                : OptionalInt.empty();
    }

    /** {@code Log[1 + Exp[x]]}, also where {@code Exp[x]} is beyond the largest number: from where it is x to all digits on, x. */
    private int softplus(int x) {
        int far = graph.number(SOFTPLUS_IS_ITS_ARGUMENT);
        int near = graph.add(graph.number(1), graph.apply(Operation.EXP, graph.apply(Operation.MIN, x, far)));
        return graph.add(
                graph.apply(Operation.LOG, near), graph.apply(Operation.MAX, graph.subtract(x, far), graph.number(0)));
    }

    private int choice(int condition, int then, int otherwise) {
        int converse = graph.subtract(graph.number(1), condition);
        return graph.add(
                graph.apply(Operation.WHEN, condition, then), graph.apply(Operation.WHEN, converse, otherwise));
    }

    private static int fold(List<Integer> nodes, IntBinaryOperator operator) {
        return nodes.stream().mapToInt(Integer::intValue).reduce(operator).orElseThrow();
    }
}

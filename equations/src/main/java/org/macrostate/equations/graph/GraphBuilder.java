package org.macrostate.equations.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** Turns expressions in index form into nodes of a graph, with sizes and indices bound and sums written out. */
public final class GraphBuilder {
    private final ExpressionGraph graph;
    private final Sizes sizes;
    private final Binding binding;
    private final ReadingPlans plans = new ReadingPlans();
    private final Guards guards;

    /** What an application of a guarded function is, if it is one. */
    private interface Guards {
        Optional<Expression> definition(Apply apply);
    }

    public GraphBuilder(ExpressionGraph graph, Sizes sizes, Binding binding) {
        this(graph, sizes, binding, Guarded::definition);
    }

    private GraphBuilder(ExpressionGraph graph, Sizes sizes, Binding binding, Guards guards) {
        this.graph = graph;
        this.sizes = sizes;
        this.binding = binding;
        this.guards = guards;
    }

    /** Of expressions that are differentiated then: see {@link Guarded#interior}. */
    static GraphBuilder underDerivatives(ExpressionGraph graph, Sizes sizes, Binding binding) {
        return new GraphBuilder(graph, sizes, binding, Guarded::interior);
    }

    public ExpressionGraph graph() {
        return graph;
    }

    public Sizes sizes() {
        return sizes;
    }

    /**
     * The node of an expression.
     *
     * @param places values of its free indices by name, from 1
     */
    public int node(Expression e, Map<String, Integer> places) {
        OptionalInt known = binding.whole(e, places);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        if (e instanceof Rational r) {
            return graph.number(r.value().doubleValue());
        }
        if (e instanceof Constant c) {
            return graph.number(c.value());
        }
        if (e instanceof Plus p) {
            return sum(p, places);
        }
        if (e instanceof Times t) {
            return product(t, places);
        }
        if (e instanceof Power p) {
            return power(p, places);
        }
        if (e instanceof Apply a) {
            return application(a, places);
        }
        if (e instanceof IndexSum s) {
            return indexSum(s, places);
        }
        return atom(e, places);
    }

    private int atom(Expression atom, Map<String, Integer> places) {
        List<Integer> values =
                Indices.of(atom).stream().map(term -> place(term, places)).toList();
        if (atom instanceof Delta) {
            return graph.number(values.get(0).equals(values.get(1)) ? 1 : 0);
        }
        if (atom instanceof Symbol s && s.kind() == Kind.SIZE) {
            return graph.number(sizes.of(s));
        }
        if (atom instanceof Symbol s && s.kind() == Kind.TIME) {
            return graph.input(Node.Source.TIME, 0);
        }
        return binding.node(atom, values, this);
    }

    private static int place(IndexTerm term, Map<String, Integer> places) {
        if (term instanceof Position p) {
            return p.value();
        }
        Integer value = places.get(((Index) term).name());
        if (value == null) {
            throw new IllegalStateException("index " + term + " is not bound");
        }
        return value;
    }

    private int sum(Plus sum, Map<String, Integer> places) {
        int total = graph.number(0);
        for (ReadingPlans.Term term : plans.of(sum)) {
            int node = node(term.size(), places);
            total = term.negative() ? graph.subtract(total, node) : graph.add(total, node);
        }
        return total;
    }

    private int product(Times times, Map<String, Integer> places) {
        ReadingPlans.Fraction fraction = plans.of(times);
        for (Delta delta : fraction.deltas()) {
            if (graph.isNumber(atom(delta, places), 0)) {
                return graph.number(0);
            }
        }
        int above = graph.number(1);
        for (Expression factor : fraction.above()) {
            above = graph.multiply(above, node(factor, places));
        }
        if (fraction.below().isEmpty()) {
            return above;
        }
        int below = graph.number(1);
        for (Expression factor : fraction.below()) {
            below = graph.multiply(below, node(factor, places));
        }
        return graph.divide(above, below);
    }

    private int power(Power power, Map<String, Integer> places) {
        int base = node(power.base(), places);
        if (power.exponent() instanceof Rational n) {
            boolean whole = n.value().getDenominator().equals(java.math.BigInteger.ONE);
            if (whole && Math.abs(n.value().doubleValue()) <= 64) {
                return graph.power(base, n.value().getNumeratorAsInt());
            }
            if (n.equals(Rational.HALF)) {
                return graph.apply(Operation.SQRT, base);
            }
            if (n.equals(Rational.HALF.negate())) {
                return graph.divide(graph.number(1), graph.apply(Operation.SQRT, base));
            }
        }
        return graph.apply(Operation.POWER, base, node(power.exponent(), places));
    }

    /** A number of a table, also where its index runs in a loop. */
    int table(String name, List<Double> values, int place) {
        return NodeLoops.runs(place) ? graph.loops().table(name, values, place) : graph.number(values.get(place - 1));
    }

    /** Whether a sum runs over the nodes of a formula. */
    private static boolean isOverNodes(IndexSum sum) {
        return sum.index().extent() instanceof Rational
                && Expansion.contains(
                        sum.body(),
                        e -> e instanceof Symbol s
                                && s.kind() == Kind.TABLE
                                && s.indices().contains(sum.index()));
    }

    private int indexSum(IndexSum sum, Map<String, Integer> places) {
        if (binding.hasLoops() && isOverNodes(sum) && !graph.loops().isTooDeep()) {
            Map<String, Integer> inside = new HashMap<>(places);
            return graph.loops()
                    .sum(
                            place -> {
                                inside.put(sum.index().name(), place);
                                return node(sum.body(), inside);
                            },
                            sizes.of(sum.index().extent()));
        }
        int total = graph.number(0);
        Map<String, Integer> inside = new HashMap<>(places);
        int extent = sizes.of(sum.index().extent());
        for (int i = 1; i <= extent; i++) {
            inside.put(sum.index().name(), i);
            total = graph.add(total, node(sum.body(), inside));
        }
        return total;
    }

    private int application(Apply apply, Map<String, Integer> places) {
        if (apply.function() == Function.GAUSSIAN_MEAN) {
            return new GaussianMeanBuilder(this, places).node(apply);
        }
        Optional<Expression> definition = guards.definition(apply);
        if (definition.isPresent()) {
            return node(definition.get(), places);
        }
        if (MatrixFunction.is(apply)) {
            return new MatrixNodes(this, places).node(apply);
        }
        if (apply.function() == Function.STOP_GRADIENT) {
            return binding.stopped(() -> node(apply.arguments().get(0), places));
        }
        List<Integer> arguments =
                apply.arguments().stream().map(a -> node(a, places)).toList();
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
            default -> elementary(apply.function(), arguments);
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
        return arguments.size() == 1
                ? graph.apply(operation, arguments.get(0))
                : graph.apply(operation, arguments.get(0), arguments.get(1));
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

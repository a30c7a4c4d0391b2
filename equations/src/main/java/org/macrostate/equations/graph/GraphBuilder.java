package org.macrostate.equations.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionCases;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexList;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Neighbours;
import org.macrostate.equations.tensor.Overlap;
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

    /** What an application of a guarded function is, if it is one. */
    Optional<Expression> definition(Apply apply) {
        return guards.definition(apply);
    }

    /** A node inside of which nothing is differentiated. */
    int stopped(Expression e, Map<String, Integer> places) {
        return binding.stopped(() -> node(e, places));
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
        return e.match(new Cases(places));
    }

    private final class Cases implements ExpressionCases<Integer> {
        private final Map<String, Integer> places;

        Cases(Map<String, Integer> places) {
            this.places = places;
        }

        @Override
        public Integer rational(Rational number) {
            return graph.number(number.value().doubleValue());
        }

        @Override
        public Integer constant(Constant constant) {
            return graph.number(constant.value());
        }

        @Override
        public Integer symbol(Symbol symbol) {
            return atom(symbol, places);
        }

        @Override
        public Integer overlap(Overlap overlap) {
            return atom(overlap, places);
        }

        @Override
        public Integer field(Field field) {
            return atom(field, places);
        }

        @Override
        public Integer fieldFunction(FieldFunction function) {
            return atom(function, places);
        }

        @Override
        public Integer delta(Delta delta) {
            return atom(delta, places);
        }

        @Override
        public Integer plus(Plus sum) {
            return GraphBuilder.this.sum(sum, places);
        }

        @Override
        public Integer times(Times product) {
            return GraphBuilder.this.product(product, places);
        }

        @Override
        public Integer power(Power power) {
            return GraphBuilder.this.power(power, places);
        }

        @Override
        public Integer apply(Apply application) {
            return new FunctionNodes(GraphBuilder.this, places).node(application);
        }

        @Override
        public Integer sum(IndexSum sum) {
            return indexSum(sum, places);
        }

        @Override
        public Integer list(IndexList list) {
            throw new IllegalStateException("a list stands outside of a matrix: " + list);
        }
    }

    private int atom(Expression atom, Map<String, Integer> places) {
        List<Integer> values =
                Indices.of(atom).stream().map(term -> place(term, places)).toList();
        if (values.stream().anyMatch(NodeLoops::runs) && isOfPlaces(atom)) {
            return binding.node(atom, values, this);
        }
        if (atom instanceof Delta delta) {
            return graph.number(
                    delta.holds(
                                    values.get(0),
                                    values.get(1),
                                    sizes.of(delta.shift().extent()))
                            ? 1
                            : 0);
        }
        if (atom instanceof Symbol s && s.kind() == Kind.PLACE) {
            return graph.number(values.get(0));
        }
        if (atom instanceof Symbol s && s.kind() == Kind.SIZE) {
            return graph.number(sizes.of(s));
        }
        if (atom instanceof Symbol s && s.kind() == Kind.TIME) {
            return graph.input(Node.Source.TIME, 0);
        }
        return binding.node(atom, values, this);
    }

    /** Whether its value follows from its places alone. */
    private static boolean isOfPlaces(Expression atom) {
        return atom instanceof Delta || atom instanceof Symbol s && s.kind() == Kind.PLACE;
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
        int coincide = graph.number(1);
        for (Delta delta : fraction.deltas()) {
            int holds = atom(delta, places);
            if (graph.isNumber(holds, 0)) {
                return graph.number(0);
            }
            coincide = graph.multiply(coincide, holds);
        }
        int above = graph.number(1);
        for (Expression factor : fraction.above()) {
            above = factor instanceof Delta ? above : graph.multiply(above, node(factor, places));
        }
        int below = graph.number(1);
        for (Expression factor : fraction.below()) {
            below = graph.multiply(below, node(factor, places));
        }
        int value = fraction.below().isEmpty() ? above : graph.divide(above, below);
        return graph.isNumber(coincide, 1) ? value : graph.apply(Operation.WHEN, coincide, value);
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
        Optional<Delta> neighbour = Neighbours.of(sum);
        if (neighbour.isPresent()) {
            Delta delta = neighbour.get();
            OptionalInt there = delta.shift().from(place(delta.left(), places), extent);
            there.ifPresent(i -> inside.put(sum.index().name(), i));
            return there.isPresent() ? node(sum.body(), inside) : total;
        }
        for (int i = 1; i <= extent; i++) {
            inside.put(sum.index().name(), i);
            total = graph.add(total, node(sum.body(), inside));
        }
        return total;
    }
}

package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Symbol;

/** Makes a {@link LoopProgram} of a system: an index has a negative place, {@code ~v}, where it is variable v of a loop. */
final class LoopBuilder implements Binding {
    /** A named part is evaluated once for all its places if these are few, or few for each equation. */
    private static final int SMALL_BLOCK = 1024;

    private static final int PARTS_AN_EQUATION = 4;

    /** Sums of so few terms are written out. */
    private static final int FEW = 3;

    private static final int MOST_VARIABLES = 62;

    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final StateLayout state;
    private final ParameterLayout parameters;
    private final ExpressionGraph graph = new ExpressionGraph();
    private final GraphBuilder builder;
    private final List<LoopProgram.Variable> variables = new ArrayList<>();
    private final List<LoopInput> inputs = new ArrayList<>();
    private final Map<LoopInput, Integer> inputNodes = new HashMap<>();
    private final LoopBlocks blocks;
    private final Map<String, Map<List<Integer>, Integer>> pieces = new HashMap<>();
    private final List<LoopProgram.Nest> nests = new ArrayList<>();

    /** @param derived whether derivatives of what is built are taken */
    LoopBuilder(
            OrderParameterSystem system, Sizes sizes, StateLayout state, ParameterLayout parameters, boolean derived) {
        this.system = system;
        this.sizes = sizes;
        this.state = state;
        this.parameters = parameters;
        blocks = new LoopBlocks(system, sizes, state, parameters);
        builder = derived ? GraphBuilder.underDerivatives(graph, sizes, this) : new GraphBuilder(graph, sizes, this);
    }

    /** @param schedules by parameter name */
    LoopProgram rates(Map<String, Expression> schedules) {
        int from = 0;
        for (Equation equation : system.equations()) {
            List<List<Integer>> kept = Places.all(equation.variable(), sizes);
            nest(
                    "",
                    equation.variable().indices(),
                    equation.rate(),
                    Optional.of(positions(equation.variable(), kept, from)));
            from += kept.size();
        }
        return program(from, schedules);
    }

    /** @param schedules by parameter name */
    LoopProgram formulas(List<Formula> formulas, Map<String, Expression> schedules) {
        for (int i = 0; i < formulas.size(); i++) {
            nest("", List.of(), formulas.get(i).value(), Optional.of(new int[] {i}));
        }
        return program(formulas.size(), schedules);
    }

    /** The rates along a direction, which follows the state. */
    LoopProgram ratesAlong(Map<String, Expression> schedules) {
        return LoopTangent.alongState(rates(schedules), graph);
    }

    /** The derivatives of the rates in time. */
    LoopProgram ratesInTime(Map<String, Expression> schedules) {
        ScheduledParameters scheduled = ScheduledParameters.of(system, sizes, state, parameters, schedules);
        return LoopTangent.inTime(rates(schedules), scheduled.withDerivatives(), graph);
    }

    private LoopProgram program(int outputs, Map<String, Expression> schedules) {
        ScheduledParameters scheduled = ScheduledParameters.of(system, sizes, state, parameters, schedules);
        return new LoopProgram(
                graph.nodes(),
                inputs,
                variables,
                blocks.all(),
                nests,
                state.length(),
                parameters.length(),
                outputs,
                scheduled.program(),
                scheduled.positions());
    }

    private int[] positions(StateVariable variable, List<List<Integer>> kept, int from) {
        List<Integer> extents = blocks.extents(variable.indices());
        int[] positions = new int[extents.stream().reduce(1, (a, b) -> a * b)];
        java.util.Arrays.fill(positions, -1);
        for (int i = 0; i < kept.size(); i++) {
            positions[LoopBlocks.dense(kept.get(i), extents)] = from + i;
        }
        return positions;
    }

    /** @param positions of outputs; empty of the named part that has this name */
    private void nest(String name, List<Index> indices, Expression value, Optional<int[]> positions) {
        List<Integer> loops = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < indices.size(); i++) {
            loops.add(variable(i + 1, sizes.of(indices.get(i).extent())));
            places.put(indices.get(i).name(), ~loops.get(i));
        }
        int node = builder.node(value, places);
        int block = positions.isPresent() ? -1 : blocks.add(name, indices);
        nests.add(new LoopProgram.Nest(loops, node, block, positions.orElseGet(() -> new int[0])));
    }

    private int variable(int depth, int extent) {
        LoopProgram.Variable variable = new LoopProgram.Variable(depth, extent);
        if (!variables.contains(variable)) {
            if (variables.size() == MOST_VARIABLES) {
                throw new IllegalStateException("more loops inside of each other than there are variables for");
            }
            variables.add(variable);
        }
        return variables.indexOf(variable);
    }

    private int input(LoopInput input) {
        return inputNodes.computeIfAbsent(input, i -> {
            inputs.add(i);
            return graph.input(Node.Source.PARAMETER, LoopProgram.FIRST_INPUT + inputs.size() - 1);
        });
    }

    @Override
    public OptionalInt whole(Expression e, Map<String, Integer> places) {
        return e instanceof IndexSum sum && sizes.of(sum.index().extent()) > FEW
                ? OptionalInt.of(sum(sum, places))
                : OptionalInt.empty();
    }

    private int sum(IndexSum sum, Map<String, Integer> places) {
        int extent = sizes.of(sum.index().extent());
        int depth = 1 + depth(sum, places);
        int variable = variable(depth, extent);
        Map<String, Integer> inside = new HashMap<>(places);
        inside.put(sum.index().name(), ~variable);
        int body = builder.node(sum.body(), inside);
        boolean varies = (LoopProgram.dependence(graph.nodes(), inputs)[body] >> variable & 1) != 0;
        return varies
                ? graph.call(new LoopSum(variable, extent), List.of(body))
                : graph.multiply(graph.number(extent), body);
    }

    /** The largest depth of a loop whose variable occurs. */
    private int depth(Expression e, Map<String, Integer> places) {
        return Indices.free(e).stream()
                .map(places::get)
                .filter(place -> place != null && place < 0)
                .mapToInt(place -> variables.get(~place).depth())
                .max()
                .orElse(0);
    }

    @Override
    public int node(Expression atom, List<Integer> places, GraphBuilder asked) {
        if (atom instanceof Delta delta) {
            return delta(delta, places);
        }
        Symbol symbol = (Symbol) atom;
        return switch (symbol.kind()) {
            case PLACE -> place(places.get(0));
            case ORDER, SCALAR ->
                runs(places)
                        ? element(blocks.ofState(symbol.name()), places)
                        : state.isAbsent(symbol.name(), places)
                                ? graph.number(0)
                                : graph.input(Node.Source.STATE, state.position(symbol.name(), places));
            case PARAMETER ->
                runs(places)
                        ? element(blocks.ofParameter(symbol.name()), places)
                        : graph.input(Node.Source.PARAMETER, parameters.position(Places.label(symbol.name(), places)));
            case TABLE -> table(symbol.name(), places.get(0));
            case PIECE, COMBINATION -> piece(symbol.name(), places);
            default -> throw new IllegalStateException("not bound in a system: " + symbol);
        };
    }

    static boolean runs(List<Integer> places) {
        return places.stream().anyMatch(place -> place < 0);
    }

    private int place(int place) {
        return place < 0 ? input(new LoopInput.Counter(~place)) : graph.number(place);
    }

    private int delta(Delta delta, List<Integer> places) {
        int left = places.get(0);
        int from = place(left);
        if (!delta.shift().isNone()) {
            int count = sizes.of(delta.shift().extent());
            List<Double> to = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                to.add((double) delta.shift().from(i, count).orElse(0));
            }
            from = left < 0 ? input(new LoopInput.Column(to, ~left)) : graph.number(to.get(left - 1));
        }
        int other = place(places.get(1));
        return graph.apply(Operation.EQUAL, Math.min(from, other), Math.max(from, other));
    }

    private int table(String name, int place) {
        Table table = system.table(name).orElseThrow();
        return place < 0
                ? input(new LoopInput.Column(table.values(), ~place))
                : graph.number(table.values().get(place - 1));
    }

    private int element(int block, List<Integer> places) {
        return input(new LoopInput.Element(block, places));
    }

    private int piece(String name, List<Integer> places) {
        NamedTerm piece = system.piece(name).orElseThrow();
        double length = blocks.extents(piece.indices()).stream()
                .mapToDouble(Integer::doubleValue)
                .reduce(1, (a, b) -> a * b);
        if (length > Math.max(SMALL_BLOCK, PARTS_AN_EQUATION * state.length())) {
            return pieces.computeIfAbsent(name, n -> new HashMap<>()).computeIfAbsent(places, p -> inside(piece, p));
        }
        if (blocks.ofPart(name).isEmpty()) {
            nest(name, piece.indices(), piece.value(), Optional.empty());
        }
        return element(blocks.ofPart(name).getAsInt(), places);
    }

    private int inside(NamedTerm piece, List<Integer> places) {
        Map<String, Integer> inside = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            inside.put(piece.indices().get(i).name(), places.get(i));
        }
        return builder.node(piece.value(), inside);
    }
}

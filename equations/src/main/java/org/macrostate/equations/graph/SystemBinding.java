package org.macrostate.equations.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/** Order parameters and scalars are state, parameters are parameters or schedules, pieces are their definitions. */
final class SystemBinding implements Binding {
    private final OrderParameterSystem system;
    private final StateLayout state;
    private final ParameterNodes parameters;
    private final Map<Symbol, Map<List<Integer>, Integer>> pieces = new HashMap<>();

    SystemBinding(
            OrderParameterSystem system,
            StateLayout state,
            ParameterLayout parameters,
            Map<String, Expression> schedules) {
        this.system = system;
        this.state = state;
        this.parameters = new ParameterNodes(parameters, schedules);
    }

    @Override
    public int node(Expression atom, List<Integer> places, GraphBuilder builder) {
        if (!(atom instanceof Symbol symbol)) {
            throw new IllegalStateException("not bound in a system: " + atom);
        }
        return switch (symbol.kind()) {
            case ORDER, SCALAR ->
                state.isAbsent(symbol.name(), places)
                        ? builder.graph().number(0)
                        : builder.graph().input(Node.Source.STATE, state.position(symbol.name(), places));
            case PARAMETER -> parameters.node(symbol, places, builder);
            case TABLE -> table(symbol, places, builder);
            case PIECE, COMBINATION -> piece(symbol, places, builder);
            default -> throw new IllegalStateException("not bound in a system: " + symbol);
        };
    }

    @Override
    public boolean hasLoops() {
        return true;
    }

    private int table(Symbol symbol, List<Integer> places, GraphBuilder builder) {
        Table table = system.table(symbol.name())
                .orElseThrow(() -> new IllegalStateException("no table is called " + symbol.name()));
        return builder.table(table.name(), table.values(), places.get(0));
    }

    private int piece(Symbol symbol, List<Integer> places, GraphBuilder builder) {
        Symbol head = new Symbol(symbol.kind(), symbol.name(), List.of());
        Map<List<Integer>, Integer> known = pieces.computeIfAbsent(head, h -> new HashMap<>());
        Integer node = known.get(places);
        if (node == null) {
            NamedTerm piece = system.piece(symbol.name())
                    .orElseThrow(() -> new IllegalStateException("no piece is called " + symbol.name()));
            Map<String, Integer> inside = new HashMap<>();
            for (int i = 0; i < places.size(); i++) {
                inside.put(piece.indices().get(i).name(), places.get(i));
            }
            node = builder.node(piece.value(), inside);
            known.put(places, node);
        }
        return node;
    }
}

package org.macrostate.solvers.fixedpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.graph.Binding;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** For expressions that do not depend on the state: parameters are inputs, tables their definitions. */
record ConstantBinding(BoundSystem bound) implements Binding {
    @Override
    public int node(Expression atom, List<Integer> places, GraphBuilder builder) {
        if (!(atom instanceof Symbol symbol)) {
            throw new IllegalStateException("not constant: " + atom);
        }
        if (symbol.kind() == Kind.PARAMETER) {
            int position = bound.parameters().position(Places.label(symbol.name(), places));
            return builder.graph().input(Node.Source.PARAMETER, position);
        }
        Optional<NamedTerm> piece = bound.system().piece(symbol.name());
        if (piece.isEmpty()) {
            throw new IllegalStateException("not constant: " + symbol);
        }
        Map<String, Integer> inside = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            inside.put(piece.get().indices().get(i).name(), places.get(i));
        }
        return builder.node(piece.get().value(), inside);
    }
}

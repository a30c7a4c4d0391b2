package org.macrostate.equations.graph;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.macrostate.equations.tensor.Expression;

/** What the atoms of an expression are in a graph, once their indices are numbers. */
public interface Binding {
    /**
     * The node of an atom (symbol, overlap or field).
     *
     * @param atom as it stands in the expression
     * @param places the values of its indices, from 1, in the atom's own order (an overlap's left indices first)
     */
    int node(Expression atom, List<Integer> places, GraphBuilder builder);

    /** The node of a whole expression that is not to be taken apart; empty of others. */
    default OptionalInt whole(Expression expression, Map<String, Integer> places) {
        return OptionalInt.empty();
    }

    /** Whether a table may be asked for at the index of a loop, a negative place: by {@link GraphBuilder#table}. */
    default boolean hasLoops() {
        return false;
    }

    /**
     * The node of an expression whose gradient is not taken.
     *
     * @param argument builds it
     */
    default int stopped(IntSupplier argument) {
        throw new IllegalStateException("a gradient is stopped where none is taken");
    }
}

package org.macrostate.equations.graph;

import java.util.Optional;
import java.util.function.IntBinaryOperator;

/**
 * {@code a b ± a c = a (b ± c)}: one product less, and the same value up to rounding. A factor that is a plain number is
 * left where it is.
 */
final class SharedFactor {
    private SharedFactor() {}

    /** The sum or difference of two products with their shared factor in front; empty if there is none. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // what is left of either product, whichever side it stood on
    static Optional<Integer> pullOut(ExpressionGraph graph, int left, int right, IntBinaryOperator combine) {
        if (!(product(graph, left) instanceof Node.Result a) || !(product(graph, right) instanceof Node.Result b)) {
            return Optional.empty();
        }
        if (a.left() == b.left()) {
            return factored(graph, a.left(), a.right(), b.right(), combine);
        }
        if (a.left() == b.right()) {
            return factored(graph, a.left(), a.right(), b.left(), combine);
        }
        if (a.right() == b.left()) {
            return factored(graph, a.right(), a.left(), b.right(), combine);
        }
        return a.right() == b.right() ? factored(graph, a.right(), a.left(), b.left(), combine) : Optional.empty();
    }

    private static Optional<Integer> factored(
            ExpressionGraph graph, int shared, int left, int right, IntBinaryOperator combine) {
        return graph.node(shared) instanceof Node.Number
                ? Optional.empty()
                : Optional.of(graph.multiply(shared, combine.applyAsInt(left, right)));
    }

    private static Node product(ExpressionGraph graph, int node) {
        Node found = graph.node(node);
        boolean isProduct = found instanceof Node.Result r && r.operation() == Operation.MULTIPLY;
        return isProduct ? found : new Node.Number(0);
    }
}

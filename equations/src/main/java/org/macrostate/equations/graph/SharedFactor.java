package org.macrostate.equations.graph;

import java.util.OptionalInt;

/**
 * {@code a b ± a c = a (b ± c)}: one product less, and the same value up to rounding; read from inside, Horner's form of a
 * polynomial. A factor that is a plain number is left where it is.
 */
final class SharedFactor implements GraphRule {
    @Override
    public String name() {
        return "shared factor";
    }

    @Override
    @SuppressWarnings("ArgumentSelectionDefectChecker") // what is left of either product, whichever side it stood on
    public OptionalInt simplified(ExpressionGraph graph, Operation operation, int left, int right) {
        boolean sum = operation == Operation.ADD || operation == Operation.SUBTRACT;
        if (!sum
                || !(product(graph, left) instanceof Node.Result a)
                || !(product(graph, right) instanceof Node.Result b)) {
            return OptionalInt.empty();
        }
        if (a.left() == b.left()) {
            return factored(graph, operation, a.left(), a.right(), b.right());
        }
        if (a.left() == b.right()) {
            return factored(graph, operation, a.left(), a.right(), b.left());
        }
        if (a.right() == b.left()) {
            return factored(graph, operation, a.right(), a.left(), b.right());
        }
        return a.right() == b.right() ? factored(graph, operation, a.right(), a.left(), b.left()) : OptionalInt.empty();
    }

    private static OptionalInt factored(ExpressionGraph graph, Operation operation, int shared, int left, int right) {
        if (graph.node(shared) instanceof Node.Number) {
            return OptionalInt.empty();
        }
        int rest = operation == Operation.ADD ? graph.add(left, right) : graph.subtract(left, right);
        return OptionalInt.of(graph.multiply(shared, rest));
    }

    private static Node product(ExpressionGraph graph, int node) {
        Node found = graph.node(node);
        boolean isProduct = found instanceof Node.Result r && r.operation() == Operation.MULTIPLY;
        return isProduct ? found : new Node.Number(0);
    }
}

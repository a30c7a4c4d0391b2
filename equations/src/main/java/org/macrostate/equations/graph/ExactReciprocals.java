package org.macrostate.equations.graph;

import java.util.OptionalInt;

/** A division by a power of two is the product with its reciprocal, which is exact. */
final class ExactReciprocals implements GraphRule {
    private static final int LARGEST_EXPONENT = 1000;

    @Override
    public String name() {
        return "exact reciprocals";
    }

    @Override
    public OptionalInt simplified(ExpressionGraph graph, Operation operation, int a, int b) {
        return operation == Operation.DIVIDE && graph.node(b) instanceof Node.Number n && isPowerOfTwo(n.value())
                ? OptionalInt.of(graph.multiply(a, graph.number(1 / n.value())))
                : OptionalInt.empty();
    }

    private static boolean isPowerOfTwo(double value) {
        int exponent = Math.getExponent(value);
        return Math.abs(exponent) < LARGEST_EXPONENT && Math.abs(value) == Math.scalb(1.0, exponent);
    }
}

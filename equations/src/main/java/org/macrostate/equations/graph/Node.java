package org.macrostate.equations.graph;

/** One node of a graph. Operands are indices of earlier nodes, so that increasing index is an order of evaluation. */
public sealed interface Node {
    /** A number. */
    record Number(double value) implements Node {
        @Override
        public boolean equals(Object other) {
            return other instanceof Number n && Double.doubleToLongBits(n.value) == Double.doubleToLongBits(value);
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /** An element of an input array. */
    record Input(Source source, int index) implements Node {}

    /** An operation on earlier nodes; {@code right} is -1 for unary ones. */
    record Result(Operation operation, int left, int right) implements Node {}

    /** Where an input comes from. */
    enum Source {
        STATE,
        PARAMETER,
        TIME
    }
}

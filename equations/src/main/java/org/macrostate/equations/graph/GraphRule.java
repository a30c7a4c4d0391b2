package org.macrostate.equations.graph;

import java.util.OptionalInt;

/** A rule by which an operation on known nodes is another node, of the same value up to rounding. */
interface GraphRule {
    /** What it does, for messages. */
    String name();

    /**
     * The node that stands for an operation; empty if the rule says nothing of it.
     *
     * @param b -1 for unary operations
     */
    OptionalInt simplified(ExpressionGraph graph, Operation operation, int a, int b);
}

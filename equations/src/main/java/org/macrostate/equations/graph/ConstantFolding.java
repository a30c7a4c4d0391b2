package org.macrostate.equations.graph;

import java.util.OptionalInt;

/** An operation on numbers is a number. */
final class ConstantFolding implements GraphRule {
    @Override
    public String name() {
        return "constant folding";
    }

    @Override
    public OptionalInt simplified(ExpressionGraph graph, Operation operation, int a, int b) {
        if (!(graph.node(a) instanceof Node.Number p)) {
            return OptionalInt.empty();
        }
        if (b < 0) {
            return OptionalInt.of(graph.number(operation.apply(p.value(), 0)));
        }
        return graph.node(b) instanceof Node.Number q
                ? OptionalInt.of(graph.number(operation.apply(p.value(), q.value())))
                : OptionalInt.empty();
    }
}

package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConstantFoldingTest extends GraphRuleContract {
    @Override
    GraphRule rule() {
        return new ConstantFolding();
    }

    @Test
    void numbers_are_computed_with() {
        assertEquals(graph.number(5), graph.add(graph.number(2), graph.number(3)));
        assertEquals(graph.number(Math.exp(2)), graph.apply(Operation.EXP, graph.number(2)));
        assertEquals(graph.number(-2), graph.negate(graph.number(2)));
    }

    @Test
    void what_is_no_number_stays() {
        assertEquals(
                new Node.Result(Operation.ADD, x, graph.number(2)),
                graph.node(graph.apply(Operation.ADD, x, graph.number(2))));
    }
}

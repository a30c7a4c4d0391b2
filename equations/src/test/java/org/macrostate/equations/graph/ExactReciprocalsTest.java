package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExactReciprocalsTest extends GraphRuleContract {
    @Override
    GraphRule rule() {
        return new ExactReciprocals();
    }

    @Test
    void a_power_of_two_is_multiplied_by_its_reciprocal_and_another_number_is_not() {
        assertEquals(graph.multiply(x, graph.number(0.125)), graph.divide(x, graph.number(8)));
        assertEquals(graph.multiply(x, graph.number(-4)), graph.divide(x, graph.number(-0.25)));
        assertEquals(
                new Node.Result(Operation.DIVIDE, x, graph.number(3)), graph.node(graph.divide(x, graph.number(3))));
    }

    @Test
    void the_smallest_numbers_have_no_reciprocal() {
        int tiny = graph.number(Double.MIN_VALUE);
        assertEquals(new Node.Result(Operation.DIVIDE, x, tiny), graph.node(graph.divide(x, tiny)));
    }
}

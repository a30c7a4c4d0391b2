package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NeutralElementsTest extends GraphRuleContract {
    @Override
    GraphRule rule() {
        return new NeutralElements();
    }

    @Test
    void what_adds_or_multiplies_nothing_is_left_out() {
        int zero = graph.number(0);
        int one = graph.number(1);
        assertEquals(x, graph.add(x, zero));
        assertEquals(x, graph.add(zero, x));
        assertEquals(x, graph.subtract(x, zero));
        assertEquals(x, graph.multiply(one, x));
        assertEquals(x, graph.multiply(x, one));
        assertEquals(x, graph.divide(x, one));
        assertEquals(zero, graph.subtract(x, x));
        assertEquals(zero, graph.multiply(x, zero));
        assertEquals(zero, graph.divide(zero, x));
    }

    @Test
    void zero_by_zero_is_no_number_and_stays_so() {
        int zero = graph.number(0);
        assertEquals(graph.number(Double.NaN), graph.divide(zero, zero));
    }
}

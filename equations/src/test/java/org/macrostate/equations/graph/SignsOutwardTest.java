package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SignsOutwardTest extends GraphRuleContract {
    @Override
    GraphRule rule() {
        return new SignsOutward();
    }

    @Test
    void signs_leave_products_and_meet() {
        int minusX = graph.negate(x);
        int minusY = graph.negate(y);
        assertEquals(graph.multiply(x, y), graph.multiply(minusX, minusY));
        assertEquals(graph.negate(graph.multiply(x, y)), graph.multiply(minusX, y));
        assertEquals(minusX, graph.multiply(graph.number(-1), x));
        assertEquals(x, graph.negate(minusX));
    }

    @Test
    void sums_with_signs_are_differences() {
        int minusY = graph.negate(y);
        assertEquals(graph.subtract(x, y), graph.add(x, minusY));
        assertEquals(graph.subtract(x, y), graph.add(minusY, x));
        assertEquals(graph.add(x, y), graph.subtract(x, minusY));
        assertEquals(graph.subtract(y, x), graph.negate(graph.subtract(x, y)));
        assertEquals(minusY, graph.subtract(graph.number(0), y));
    }
}

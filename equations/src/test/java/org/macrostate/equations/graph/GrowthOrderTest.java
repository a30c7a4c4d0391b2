package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Powers of powers multiply, whatever the exponent is. */
class GrowthOrderTest {
    private final ExpressionGraph graph = new ExpressionGraph();
    private final int u = graph.input(Node.Source.STATE, 0);
    private final int size = graph.apply(Operation.ABS, u);

    private double order(int node) {
        double[] all = GrowthOrder.of(Program.of(graph, List.of(node), 1, 0));
        return all[all.length - 1];
    }

    private int power(int base, double exponent) {
        return graph.apply(Operation.POWER, base, graph.number(exponent));
    }

    @ParameterizedTest
    @CsvSource({"1.2", "1.5", "2.5", "3.5", "4.5"})
    void an_exponential_of_a_power_is_of_that_order(double exponent) {
        assertEquals(exponent, order(graph.apply(Operation.EXP, power(size, exponent))), 1e-12);
    }

    @Test
    void a_power_of_a_root_counts_half() {
        int root = graph.apply(Operation.SQRT, size);
        assertEquals(2.5, order(graph.apply(Operation.EXP, power(root, 5.0))), 1e-12);
    }

    /** {@code |u|^u = exp(u log|u|)} outgrows every exp(c |u|), and is outgrown by exp(u²). */
    @Test
    void a_power_whose_exponent_varies_is_an_exponential() {
        double order = order(graph.apply(Operation.POWER, size, u));
        assertTrue(order > 1 && order < 2, "was " + order);
    }
}

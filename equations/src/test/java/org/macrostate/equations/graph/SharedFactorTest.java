package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SharedFactorTest extends GraphRuleContract {
    @Override
    GraphRule rule() {
        return new SharedFactor();
    }

    @Test
    void a_factor_of_both_terms_stands_in_front() {
        int expected = graph.multiply(x, graph.add(y, z));
        assertEquals(expected, graph.add(product(x, y), product(x, z)));
        assertEquals(expected, graph.add(product(y, x), product(z, x)));
        assertEquals(graph.multiply(x, graph.subtract(y, z)), graph.subtract(product(y, x), product(x, z)));
    }

    @Test
    void a_number_stays_where_it_is() {
        int three = graph.number(3);
        int sum = graph.add(product(three, y), product(three, z));
        assertEquals(new Node.Result(Operation.ADD, product(three, y), product(three, z)), graph.node(sum));
    }

    /** x³z + x²y + x² = x²(xz + y + 1) and what is inside: Horner. */
    @Test
    void a_polynomial_gets_horners_form() {
        int square = product(x, x);
        int polynomial = graph.add(graph.add(product(square, product(x, z)), product(square, y)), product(square, x));
        Program program = Program.of(graph, java.util.List.of(polynomial), 2, 1);
        long products = program.nodes().stream()
                .filter(n -> n instanceof Node.Result r && r.operation() == Operation.MULTIPLY)
                .count();
        assertEquals(3, products);
    }
}

package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RandomPointCheckTest {
    private record Wrong() implements GraphRule {
        @Override
        public String name() {
            return "forgetting the second term";
        }

        @Override
        public OptionalInt simplified(ExpressionGraph graph, Operation operation, int a, int b) {
            return operation == Operation.ADD ? OptionalInt.of(a) : OptionalInt.empty();
        }
    }

    @Test
    void a_rule_that_changes_a_value_is_named() {
        ExpressionGraph graph = new ExpressionGraph(List.of(new Wrong()), Optional.of(new RandomPointCheck()));
        int x = graph.input(Node.Source.STATE, 0);
        int y = graph.input(Node.Source.PARAMETER, 1);
        assertEquals(3, graph.multiply(x, y) + 1);
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> graph.add(x, y));
        assertTrue(e.getMessage().startsWith("rule 'forgetting the second term': ADD of 0."), e.getMessage());
    }
}

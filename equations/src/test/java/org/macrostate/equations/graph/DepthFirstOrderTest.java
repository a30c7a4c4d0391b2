package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DepthFirstOrderTest {
    /** Values that are computed and still to be read, at most. */
    private static int mostAlive(Program program) {
        int[] lastRead = new int[program.nodes().size()];
        for (int i = 0; i < lastRead.length; i++) {
            if (program.nodes().get(i) instanceof Node.Result r) {
                lastRead[r.left()] = i;
                lastRead[Math.max(0, r.right())] = i;
            }
        }
        int most = 0;
        for (int i = 0; i < lastRead.length; i++) {
            int alive = 0;
            for (int j = 0; j <= i; j++) {
                alive += program.nodes().get(j) instanceof Node.Result && lastRead[j] > i ? 1 : 0;
            }
            most = Math.max(most, alive);
        }
        return most;
    }

    /** Two outputs, each a sum of 30 squares; all squares first. */
    private static Program breadthFirst() {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> squares = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int x = graph.input(Node.Source.STATE, i);
            squares.add(graph.multiply(x, x));
        }
        int first = squares.get(0);
        int second = squares.get(1);
        for (int i = 2; i < 60; i += 2) {
            first = graph.add(first, squares.get(i));
            second = graph.add(second, squares.get(i + 1));
        }
        return Program.of(graph, List.of(first, second, first), 60, 0);
    }

    @Test
    void few_values_are_alive_at_a_time() {
        Program ordered = new DepthFirstOrder().apply(breadthFirst());
        assertTrue(mostAlive(breadthFirst()) > 50, "before: " + mostAlive(breadthFirst()));
        assertTrue(mostAlive(ordered) <= 3, "after: " + mostAlive(ordered));
    }

    @Test
    void values_are_the_same_bit_for_bit() {
        double[] state = new Random(1).doubles(60).toArray();
        double[] expected = new double[3];
        double[] found = new double[3];
        new Interpreter(breadthFirst()).eval(0, state, new double[0], expected);
        new Interpreter(new DepthFirstOrder().apply(breadthFirst())).eval(0, state, new double[0], found);
        assertArrayEquals(expected, found);
    }

    @Test
    void an_ordered_program_stays_as_it_is() {
        Program ordered = new DepthFirstOrder().apply(breadthFirst());
        assertEquals(ordered, new DepthFirstOrder().apply(ordered));
    }
}

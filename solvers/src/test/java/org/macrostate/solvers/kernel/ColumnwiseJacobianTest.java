package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

class ColumnwiseJacobianTest {
    /** f = (x y, x + 3 y), so that f' v = (y v₀ + x v₁, v₀ + 3 v₁). */
    private static Kernel jacobian() {
        ExpressionGraph g = new ExpressionGraph();
        int x = g.input(Node.Source.STATE, 0);
        int y = g.input(Node.Source.STATE, 1);
        int v0 = g.input(Node.Source.STATE, 2);
        int v1 = g.input(Node.Source.STATE, 3);
        int first = g.add(g.multiply(y, v0), g.multiply(x, v1));
        int second = g.add(v0, g.multiply(g.number(3), v1));
        return new ColumnwiseJacobian(KernelCompiler.compile(Program.of(g, List.of(first, second), 4, 0)));
    }

    @Test
    void columns_stand_in_a_matrix_kept_row_by_row() {
        Kernel jacobian = jacobian();
        assertEquals(4, jacobian.outputLength());
        assertEquals(2, jacobian.stateLength());
        assertArrayEquals(new double[] {7, 5, 1, 3}, jacobian.eval(0, new double[] {5, 7}, new double[0]));
    }

    @Test
    void a_short_state_is_refused_by_name() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> jacobian().eval(0, new double[1], new double[0]));
        assertEquals("state must have at least 2 elements, had 1", e.getMessage());
    }
}

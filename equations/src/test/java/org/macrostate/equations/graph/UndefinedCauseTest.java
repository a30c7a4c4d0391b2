package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class UndefinedCauseTest {
    private static final double[] NO_PARAMETERS = {};

    /** Of an output made of x and y. */
    private static Optional<String> cause(ToIntFunction<ExpressionGraph> output, double x, double y) {
        ExpressionGraph graph = new ExpressionGraph();
        Program program = Program.of(graph, List.of(output.applyAsInt(graph)), 2, 0);
        return UndefinedCause.of(program, 0, 0, new double[] {x, y}, NO_PARAMETERS);
    }

    private static int x(ExpressionGraph graph) {
        return graph.input(Node.Source.STATE, 0);
    }

    private static int y(ExpressionGraph graph) {
        return graph.input(Node.Source.STATE, 1);
    }

    /** The angle between two vectors, of an overlap x and a norm y. */
    private static int angle(ExpressionGraph graph) {
        int root = graph.apply(Operation.SQRT, y(graph));
        return graph.apply(Operation.ARC_COS, graph.divide(x(graph), root));
    }

    @Test
    void a_finite_output_has_none() {
        assertEquals(Optional.empty(), cause(UndefinedCauseTest::angle, 0.5, 1));
    }

    @Test
    void it_is_the_first_operation_that_had_finite_operands() {
        assertEquals(Optional.of("it divides by zero"), cause(UndefinedCauseTest::angle, 0, 0));
        assertEquals(Optional.of("it takes the square root of -4.0"), cause(UndefinedCauseTest::angle, 0, -4));
        assertEquals(Optional.of("it takes the arc cosine of 2.0"), cause(UndefinedCauseTest::angle, 2, 1));
    }

    @Test
    void numbers_beyond_those_of_the_machine_are_told_from_what_has_no_value() {
        ToIntFunction<ExpressionGraph> square = graph -> graph.multiply(x(graph), x(graph));
        assertEquals(Optional.of("a number in it is larger than 1.7976931348623157E308"), cause(square, 1e200, 0));
        ToIntFunction<ExpressionGraph> inverse = graph -> graph.apply(Operation.POWER, x(graph), graph.number(-0.5));
        assertEquals(Optional.of("it divides by zero"), cause(inverse, 0, 0));
        assertEquals(Optional.of("it takes a root of -2.0"), cause(inverse, -2, 0));
        ToIntFunction<ExpressionGraph> logarithm = graph -> graph.apply(Operation.LOG, x(graph));
        assertEquals(Optional.of("it takes the logarithm of 0.0"), cause(logarithm, 0, 0));
    }
}

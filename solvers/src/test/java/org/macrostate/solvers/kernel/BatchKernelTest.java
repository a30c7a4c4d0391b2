package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.solvers.problems.LinearVae;

class BatchKernelTest {
    private static double[][] rows(Random random, int count, int points) {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = random.doubles(points, -1, 2).toArray();
        }
        return rows;
    }

    private static double[] column(double[][] rows, int point) {
        return Arrays.stream(rows).mapToDouble(row -> row[point]).toArray();
    }

    private static void assertEqualsInterpreter(Program program, int points) {
        Random random = new Random(points);
        BatchKernel kernel = BatchKernel.compile(program);
        double[][] state = rows(random, program.stateLength(), points);
        double[][] parameters = rows(random, program.parameterLength(), points);
        double[][] out = rows(random, kernel.outputLength(), points);
        kernel.eval(0.7, state, parameters, out, new double[kernel.workRows()][points], points);
        double[] expected = new double[kernel.outputLength()];
        for (int p = 0; p < points; p++) {
            new Interpreter(program).eval(0.7, column(state, p), column(parameters, p), expected);
            assertArrayEquals(expected, column(out, p));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 30, 100, 1000})
    void random_programs_equal_the_interpreter_bit_for_bit_at_every_point(int size) {
        for (long seed = 0; seed < Math.min(60, 3000 / size); seed++) {
            assertEqualsInterpreter(RandomProgram.of(seed, size), 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 255, 256, 257, 1000})
    void any_number_of_points_is_evaluated(int points) {
        assertEqualsInterpreter(LinearVae.of(2, 1).bound().rightHandSide(), points);
        assertEqualsInterpreter(LinearVae.of(1, 1).bound().jacobian(), points);
    }

    @Test
    void no_points_leave_everything_as_it_was() {
        BatchKernel kernel = LinearVae.of(1, 1).batchRightHandSide();
        double[][] out = new double[kernel.outputLength()][0];
        kernel.eval(0, new double[6][0], new double[6][0], out, new double[kernel.workRows()][0], 0);
    }

    @Test
    void the_row_that_is_too_short_is_named() {
        BatchKernel kernel = LinearVae.of(1, 1).batchRightHandSide();
        double[][] fine = new double[40][10];
        double[][] shortRow = new double[40][10];
        shortRow[2] = new double[9];
        assertEquals(
                "row 2 of state must have at least 10 elements, one a point, had 9",
                assertThrows(IllegalArgumentException.class, () -> kernel.eval(0, shortRow, fine, fine, fine, 10))
                        .getMessage());
        assertEquals(
                "out must have at least 6 rows, had 5",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> kernel.eval(0, fine, fine, new double[5][10], fine, 10))
                        .getMessage());
    }
}

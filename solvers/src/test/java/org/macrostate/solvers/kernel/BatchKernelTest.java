package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.macrostate.solvers.kernel.BatchKernel.POINTS;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.solvers.problems.LinearVae;

class BatchKernelTest {
    private static void assertEqualsInterpreter(Program program, long seed) {
        for (BatchKernel kernel : List.of(BatchKernel.loops(program), BatchKernel.vectors(program))) {
            Random random = new Random(seed);
            double[] state = values(random, program.stateLength());
            double[] parameters = values(random, program.parameterLength());
            double[] out = values(random, kernel.outputLength());
            double[] work = random.doubles(kernel.workLength()).toArray();
            kernel.eval(0.7, state, parameters, out, work);
            double[] expected = new double[kernel.outputLength()];
            for (int p = 0; p < POINTS; p++) {
                new Interpreter(program)
                        .eval(0.7, BatchKernel.point(state, p), BatchKernel.point(parameters, p), expected);
                assertArrayEquals(expected, BatchKernel.point(out, p), "seed " + seed + ", point " + p);
            }
        }
    }

    private static double[] values(Random random, int count) {
        return random.doubles((long) count * POINTS, -1, 2).toArray();
    }

    @Test
    void the_vector_api_is_there() {
        assertTrue(VectorModule.isPresent(), "the tests of vectors need: --add-modules jdk.incubator.vector");
        assertEquals(0, POINTS % VectorModule.lanes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 30, 100, 1000})
    void random_programs_equal_the_interpreter_bit_for_bit_at_every_point(int size) {
        for (long seed = 0; seed < Math.min(60, 3000 / size); seed++) {
            assertEqualsInterpreter(RandomProgram.of(seed, size), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void models_equal_the_interpreter_at_every_point(int latents) {
        assertEqualsInterpreter(LinearVae.of(latents, 2).bound().rightHandSide(), latents);
        assertEqualsInterpreter(LinearVae.of(latents, 1).bound().jacobian(), latents);
    }

    @Test
    void more_chunks_than_a_class_holds_are_evaluated_in_order() {
        assertEqualsInterpreter(RandomProgram.of(4, 20_000), 4);
    }

    @Test
    void the_array_that_is_too_short_is_named() {
        BatchKernel kernel = LinearVae.of(1, 1).batchRightHandSide();
        double[] fine = new double[6 * POINTS + kernel.workLength()];
        assertEquals(
                "state must have at least 384 elements, had 383",
                assertThrows(IllegalArgumentException.class, () -> kernel.eval(0, new double[383], fine, fine, fine))
                        .getMessage());
        assertEquals(
                "out must have at least 384 elements, had 10",
                assertThrows(IllegalArgumentException.class, () -> kernel.eval(0, fine, fine, new double[10], fine))
                        .getMessage());
    }
}

package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.macrostate.solvers.kernel.BatchKernel.POINTS;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.solvers.problems.LinearVae;

class BatchKernelTest {
    private static void assertEqualsInterpreter(Program program, long seed) {
        BatchKernel kernel = BatchKernel.compile(program);
        Random random = new Random(seed);
        double[] values = random.doubles(kernel.length(), -1, 2).toArray();
        double[] given = values.clone();
        double[] parameters = random.doubles(program.parameterLength(), -1, 2).toArray();
        kernel.eval(0.7, values, parameters);
        double[] expected = new double[kernel.outputLength()];
        double[] state = new double[program.stateLength()];
        for (int p = 0; p < POINTS; p++) {
            for (int i = 0; i < state.length; i++) {
                state[i] = given[i * POINTS + p];
                assertEquals(state[i], values[i * POINTS + p], "the state is not modified");
            }
            new Interpreter(program).eval(0.7, state, parameters, expected);
            for (int k = 0; k < expected.length; k++) {
                double found = values[kernel.firstOutput() + k * POINTS + p];
                assertEquals(expected[k], found, "seed " + seed + ", point " + p + ", output " + k);
            }
        }
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
    void the_array_that_is_too_short_is_named() {
        Program program = LinearVae.of(1, 1).bound().rightHandSide();
        BatchKernel kernel = BatchKernel.compile(program);
        double[] parameters = new double[program.parameterLength()];
        assertEquals(
                "values must have at least " + kernel.length() + " elements, had 383",
                assertThrows(IllegalArgumentException.class, () -> kernel.eval(0, new double[383], parameters))
                        .getMessage());
    }
}

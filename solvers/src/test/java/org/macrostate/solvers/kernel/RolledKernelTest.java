package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

class RolledKernelTest {
    private static RolledKernel rolled(Program program) {
        InstructionSchedule schedule = new InstructionSchedule(program);
        return RolledKernel.of(program, schedule, new Rolling(program, schedule));
    }

    private static void assertEqualsInterpreter(Program program, Kernel kernel) {
        Random random = new Random(3);
        double[] state = random.doubles(program.stateLength(), -1, 1).toArray();
        double[] parameters = random.doubles(program.parameterLength(), -1, 1).toArray();
        double[] expected = new double[program.outputs().size()];
        new Interpreter(program).eval(0.7, state, parameters, expected);
        assertArrayEquals(expected, kernel.eval(0.7, state, parameters));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 30, 100, 300, 1000})
    void random_programs_equal_the_interpreter_bit_for_bit(int size) {
        for (long seed = 0; seed < Math.min(60, 3000 / size); seed++) {
            Program program = RandomProgram.of(seed, size);
            assertEqualsInterpreter(program, rolled(program));
        }
    }

    /** Sines of the elements of products of matrices: every element the same tree. */
    private static Program matrixProducts(int n, int count) {
        ExpressionGraph graph = new ExpressionGraph();
        int[] matrix = new int[n * n];
        for (int i = 0; i < n * n; i++) {
            matrix[i] = graph.input(Node.Source.STATE, i);
        }
        int[] power = new int[n * n];
        for (int i = 0; i < n * n; i++) {
            power[i] = graph.input(Node.Source.STATE, n * n + i);
        }
        for (int c = 0; c < count; c++) {
            int[] next = new int[n * n];
            for (int i = 0; i < n * n; i++) {
                int sum = graph.number(0);
                for (int l = 0; l < n; l++) {
                    sum = graph.add(sum, graph.multiply(power[i / n * n + l], matrix[l * n + i % n]));
                }
                next[i] = graph.apply(Operation.SIN, graph.multiply(sum, graph.input(Node.Source.PARAMETER, 0)));
            }
            power = next;
        }
        List<Integer> outputs = new ArrayList<>();
        for (int node : power) {
            outputs.add(node);
        }
        return Program.of(graph, outputs, 2 * n * n, 1);
    }

    @Test
    void equal_trees_share_a_loop() {
        Program program = matrixProducts(9, 3);
        RolledKernel kernel = rolled(program);
        assertTrue(
                kernel.loops() <= 12,
                kernel.loops() + " loops for " + program.nodes().size() + " nodes");
        assertEqualsInterpreter(program, kernel);
    }

    @Test
    void a_large_regular_program_is_rolled_and_a_small_or_irregular_one_is_not() {
        Program large = matrixProducts(24, 1);
        assertTrue(large.nodes().size() > KernelCompiler.LARGE);
        assertTrue(KernelCompiler.compile(large) instanceof RolledKernel);
        assertEqualsInterpreter(large, KernelCompiler.compile(large));
        assertFalse(KernelCompiler.compile(matrixProducts(4, 1)) instanceof RolledKernel);
        assertFalse(KernelCompiler.compile(RandomProgram.of(2, KernelCompiler.LARGE + 1000)) instanceof RolledKernel);
    }

    @Test
    void an_array_that_is_too_short_is_named() {
        RolledKernel kernel = rolled(matrixProducts(3, 1));
        double[] work = new double[kernel.workLength()];
        assertEquals(
                "state must have at least 18 elements, had 8",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> kernel.eval(0, new double[8], new double[1], new double[9], work))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> kernel.eval(0, new double[18], new double[1], new double[9], new double[1]));
    }
}

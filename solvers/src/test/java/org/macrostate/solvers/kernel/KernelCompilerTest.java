package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

class KernelCompilerTest {
    private static final Random RANDOM = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 30, 100, 300, 1000, 5000, 20000})
    void a_kernel_equals_the_interpreter_bit_for_bit_on_random_programs(int size) {
        int programs = Math.max(2, Math.min(200, 40_000 / size));
        for (long seed = 0; seed < programs; seed++) {
            Program program = RandomProgram.of(seed, size);
            Kernel kernel = KernelCompiler.compile(program);
            for (int i = 0; i < 3; i++) {
                assertSame(program, kernel, randomInputs(program.stateLength(), 0.0));
                assertSame(program, kernel, randomInputs(program.stateLength(), 0.3));
            }
        }
    }

    @Test
    void every_operation_alone_equals_the_interpreter_at_special_values() {
        double[] special = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0.0,
            -0.0,
            1,
            -1,
            0.5,
            2,
            1e308,
            Double.MIN_VALUE
        };
        for (Operation operation : Operation.values()) {
            List<Node> nodes = List.of(
                    new Node.Input(Node.Source.STATE, 0),
                    new Node.Input(Node.Source.STATE, 1),
                    new Node.Result(operation, 0, operation.operands() == 1 ? -1 : 1));
            Program program = new Program(nodes, List.of(2), 2, 0);
            Kernel kernel = KernelCompiler.compile(program);
            for (double a : special) {
                for (double b : special) {
                    assertSame(program, kernel, new double[] {a, b});
                }
            }
        }
    }

    @Test
    void half_a_million_nodes_compile_to_several_classes_and_equal_the_interpreter() {
        int size = 500_000;
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node.Input(Node.Source.STATE, 0));
        nodes.add(new Node.Input(Node.Source.STATE, 1));
        Operation[] operations = {Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY};
        Random random = new Random(1);
        while (nodes.size() < size) {
            int last = nodes.size() - 1;
            nodes.add(
                    nodes.size() % 3 == 0
                            ? new Node.Number(random.nextDouble())
                            : new Node.Result(
                                    operations[random.nextInt(3)], last, last - random.nextInt(Math.min(last, 200))));
        }
        List<Integer> outputs = new ArrayList<>();
        for (int i = 1; i < size; i += 7) {
            outputs.add(i);
        }
        Program program = new Program(nodes, outputs, 2, 0);
        assertSame(program, KernelCompiler.compile(program), new double[] {0.3, 0.7});
    }

    @Test
    void a_right_leaning_chain_longer_than_any_stack_is_compiled() {
        ExpressionGraph graph = new ExpressionGraph();
        int chain = graph.input(Node.Source.STATE, 0);
        for (int i = 0; i < 100_000; i++) {
            chain = graph.apply(Operation.SUBTRACT, graph.number(i + 0.5), chain);
        }
        Program program = Program.of(graph, List.of(chain), 1, 0);
        assertSame(program, KernelCompiler.compile(program), new double[] {0.1});
    }

    @Test
    void outputs_that_are_zero_are_overwritten_with_zero() {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> outputs = new ArrayList<>(Collections.nCopies(100_000, graph.number(0)));
        outputs.set(70_000, graph.input(Node.Source.STATE, 0));
        Kernel kernel = KernelCompiler.compile(Program.of(graph, outputs, 1, 0));
        double[] out = new double[100_000];
        Arrays.fill(out, Double.NaN);
        kernel.eval(0, new double[] {5}, new double[0], out, new double[kernel.workLength()]);
        assertEquals(5, out[70_000]);
        assertEquals(5, Arrays.stream(out).sum());
    }

    /** In one method, in several, and in several classes. */
    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 100_000})
    void what_is_always_zero_is_not_set_again(int values) {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> outputs = new ArrayList<>(Collections.nCopies(2 * values, graph.number(0)));
        int value = graph.input(Node.Source.STATE, 0);
        for (int i = 0; i < values; i++) {
            value = graph.add(graph.multiply(value, graph.input(Node.Source.STATE, 1)), graph.number(i + 0.5));
            outputs.set(2 * i, value);
        }
        Program program = Program.of(graph, outputs, 2, 0);
        Kernel kernel = KernelCompiler.compile(program);
        double[] out = new double[2 * values];
        for (double x : new double[] {0.3, 0.9}) {
            double[] state = {x, 0.7};
            kernel.refresh(0, state, new double[0], out, new double[kernel.workLength()]);
            double[] expected = new double[2 * values];
            new Interpreter(program).eval(0, state, new double[0], expected);
            assertArrayEquals(expected, out);
        }
        out[1] = 5;
        kernel.refresh(0, new double[] {1, 1}, new double[0], out, new double[kernel.workLength()]);
        assertEquals(5, out[1], "a zero was set again");
        kernel.eval(0, new double[] {1, 1}, new double[0], out, new double[kernel.workLength()]);
        assertEquals(0, out[1]);
    }

    @Test
    void one_value_may_be_a_hundred_thousand_outputs() {
        ExpressionGraph graph = new ExpressionGraph();
        int square = graph.power(graph.input(Node.Source.STATE, 0), 2);
        Program program = Program.of(graph, Collections.nCopies(100_000, square), 1, 0);
        assertSame(program, KernelCompiler.compile(program), new double[] {3});
    }

    @Test
    void an_array_that_is_too_short_is_named_with_both_lengths() {
        ExpressionGraph graph = new ExpressionGraph();
        int sum = graph.add(graph.input(Node.Source.STATE, 2), graph.input(Node.Source.PARAMETER, 1));
        Kernel kernel = KernelCompiler.compile(Program.of(graph, List.of(sum, sum), 3, 2));
        assertRefused("state must have at least 3 elements, had 2", kernel, 2, 2, 2);
        assertRefused("parameters must have at least 2 elements, had 0", kernel, 3, 0, 2);
        assertRefused("out must have at least 2 elements, had 1", kernel, 3, 2, 1);
    }

    @Test
    void one_kernel_serves_several_threads_at_once() {
        Program program = RandomProgram.of(99, 20_000);
        Kernel kernel = KernelCompiler.compile(program);
        double[][] states = Stream.generate(() -> randomInputs(program.stateLength(), 0.0))
                .limit(16)
                .toArray(double[][]::new);
        double[] parameters = new double[program.parameterLength()];
        Arrays.stream(states).parallel().forEach(state -> {
            double[] expected = new double[program.outputs().size()];
            new Interpreter(program).eval(1.5, state, parameters, expected);
            assertArrayEquals(expected, kernel.eval(1.5, state, parameters));
        });
    }

    @Test
    void verification_and_dumping_are_switched_on_by_properties(@TempDir Path folder) throws IOException {
        System.setProperty("macrostate.dumpClasses", folder.toString());
        System.setProperty("macrostate.verify", "true");
        try {
            KernelCompiler.compile(RandomProgram.of(3, 1000));
        } finally {
            System.clearProperty("macrostate.dumpClasses");
            System.clearProperty("macrostate.verify");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.allMatch(f -> f.toString().endsWith(".class")));
        }
        assertTrue(folder.toFile().list().length > 0);
    }

    @Test
    void verification_finds_a_kernel_that_computes_something_else() {
        ExpressionGraph graph = new ExpressionGraph();
        int x = graph.input(Node.Source.STATE, 0);
        Kernel square = KernelCompiler.compile(Program.of(graph, List.of(graph.multiply(x, x)), 1, 0));
        Program cube = Program.of(graph, List.of(graph.power(x, 3)), 1, 0);
        assertThrows(IllegalStateException.class, () -> KernelVerification.verify(square, cube));
    }

    private static void assertRefused(String message, Kernel kernel, int state, int parameters, int out) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> kernel.eval(0, new double[state], new double[parameters], new double[out], new double[0]));
        assertEquals(message, e.getMessage());
    }

    private static void assertSame(Program program, Kernel kernel, double[] state) {
        double[] parameters = randomInputs(program.parameterLength(), 0.0);
        double[] expected = new double[program.outputs().size()];
        new Interpreter(program).eval(0.25, state, parameters, expected);
        assertArrayEquals(bits(expected), bits(kernel.eval(0.25, state, parameters)));
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static double[] randomInputs(int length, double special) {
        double[] inputs = RANDOM.doubles(length, -2, 2).toArray();
        for (int i = 0; i < length; i++) {
            if (RANDOM.nextDouble() < special) {
                inputs[i] = new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0}
                        [RANDOM.nextInt(4)];
            }
        }
        return inputs;
    }
}

package org.macrostate.solvers.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.ParameterHoisting;
import org.macrostate.equations.graph.Program;

class PreparedKernelTest {
    @Test
    void a_program_cut_in_two_has_the_same_values_bit_for_bit() {
        int cut = 0;
        for (long seed = 0; seed < 400; seed++) {
            Program program = RandomProgram.of(seed, 60);
            Optional<ParameterHoisting> hoisted = ParameterHoisting.of(program);
            if (hoisted.isPresent()) {
                cut++;
                Random random = new Random(seed);
                double[] state = random.doubles(program.stateLength(), -1, 1).toArray();
                double[] parameters =
                        random.doubles(program.parameterLength(), -1, 1).toArray();
                double[] expected = new double[program.outputs().size()];
                new Interpreter(program).eval(0.3, state, parameters, expected);
                Kernel prepared = new PreparedKernel(
                        KernelCompiler.compile(hoisted.get().once()),
                        KernelCompiler.compile(hoisted.get().rest()),
                        parameters);
                assertArrayEquals(expected, prepared.eval(0.3, state, new double[program.parameterLength()]));
            }
        }
        assertTrue(cut > 20, cut + " programs were cut");
    }

    @Test
    void functions_of_parameters_leave_the_right_hand_side() {
        ExpressionGraph graph = new ExpressionGraph();
        int a = graph.input(Node.Source.PARAMETER, 0);
        int x = graph.input(Node.Source.STATE, 0);
        int weight = graph.apply(Operation.EXP, graph.multiply(a, a));
        Program program = Program.of(graph, List.of(graph.multiply(weight, x)), 1, 1);
        ParameterHoisting cut = ParameterHoisting.of(program).orElseThrow();
        assertEquals(3, cut.rest().nodes().size());
        assertEquals(2, cut.rest().parameterLength());
        Program plain = Program.of(graph, List.of(graph.multiply(graph.add(x, x), x)), 1, 1);
        assertEquals(Optional.empty(), ParameterHoisting.of(plain));
    }
}

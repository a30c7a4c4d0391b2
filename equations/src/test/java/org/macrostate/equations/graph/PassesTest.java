package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.BundledModels;

class PassesTest {
    private static Program random(long seed) {
        Random random = new Random(seed);
        ExpressionGraph graph = new ExpressionGraph();
        for (int i = 0; i < 4; i++) {
            graph.input(Node.Source.STATE, i);
            graph.input(Node.Source.PARAMETER, i);
        }
        while (graph.size() < 200) {
            int a = random.nextInt(graph.size());
            int b = random.nextInt(Math.min(graph.size(), 30));
            switch (random.nextInt(6)) {
                case 0 -> graph.add(a, b);
                case 1 -> graph.subtract(a, b);
                case 2 -> graph.multiply(a, b);
                case 3 -> graph.divide(a, b);
                case 4 -> graph.divide(a, graph.multiply(b, random.nextInt(8)));
                default -> graph.apply(Operation.SQRT, graph.multiply(a, a));
            }
        }
        List<Integer> outputs =
                random.ints(12, graph.size() - 60, graph.size()).boxed().toList();
        return Program.of(graph, outputs, 4, 4);
    }

    @Test
    void each_pass_keeps_the_values_of_random_programs() {
        for (ProgramPass pass : Passes.ALL) {
            for (long seed = 0; seed < 300; seed++) {
                Program program = random(seed);
                requireSame(program, pass.apply(program), seed);
            }
        }
    }

    /** To rounding: each value may move by some units of the largest that goes into it. */
    private static void requireSame(Program before, Program after, long seed) {
        Random random = new Random(seed);
        double[] state = random.doubles(4, 0.5, 1.5).toArray();
        double[] parameters = random.doubles(4, 0.5, 1.5).toArray();
        double[] expected = new double[before.outputs().size()];
        double[] found = new double[expected.length];
        new Interpreter(before).eval(0, state, parameters, expected);
        new Interpreter(after).eval(0, state, parameters, found);
        for (int i = 0; i < expected.length; i++) {
            if (Math.abs(expected[i]) < 1e6 && Math.abs(expected[i]) > 1e-3) {
                assertEquals(expected[i], found[i], 1e-9 * Math.abs(expected[i]), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear-vae", "soft-committee", "two-layer", "perceptron"})
    void each_pass_keeps_the_values_of_models(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        BoundSystem bound = BoundSystem.of(system, Sizes.of(system.problem(), Map.of()));
        Program rates = bound.rightHandSide();
        for (ProgramPass pass : Passes.ALL) {
            Passes.verify(pass, rates, pass.apply(rates));
        }
    }

    @Test
    void a_divisor_that_occurs_often_is_inverted_once() {
        ExpressionGraph graph = new ExpressionGraph();
        int divisor = graph.input(Node.Source.PARAMETER, 0);
        List<Integer> quotients = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            quotients.add(graph.divide(graph.input(Node.Source.STATE, i), divisor));
        }
        Program program = Passes.applied(Program.of(graph, quotients, 5, 1));
        long divisions = program.nodes().stream()
                .filter(n -> n instanceof Node.Result r && r.operation() == Operation.DIVIDE)
                .count();
        assertEquals(1, divisions);
    }

    @Test
    void a_pass_that_changes_a_value_is_named() {
        Program program = random(1);
        ProgramPass wrong = new ProgramPass() {
            @Override
            public String name() {
                return "negation";
            }

            @Override
            public Program apply(Program given) {
                ExpressionGraph graph = new ExpressionGraph();
                return Program.of(
                        graph,
                        given.outputs().stream().map(o -> graph.number(1e9)).toList(),
                        4,
                        4);
            }
        };
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> Passes.verify(wrong, program, wrong.apply(program)));
        assertTrue(e.getMessage().startsWith("pass 'negation': output 0 is 1.0E9 after it"), e.getMessage());
    }
}

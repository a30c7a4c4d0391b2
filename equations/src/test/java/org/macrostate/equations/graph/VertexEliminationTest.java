package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.BundledModels;

class VertexEliminationTest {
    private static final int INPUTS = 6;

    /** Smooth operations on inputs and earlier nodes; outputs may be inputs, numbers, each other's operands, or the same. */
    private static List<Integer> outputs(ExpressionGraph graph, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            graph.input(Node.Source.STATE, i);
        }
        graph.number(3);
        graph.input(Node.Source.PARAMETER, 0);
        while (graph.size() < 20 + seed % 60) {
            int a = random.nextInt(graph.size());
            int b = random.nextInt(graph.size());
            switch (random.nextInt(6)) {
                case 0 -> graph.add(a, b);
                case 1 -> graph.subtract(a, b);
                case 2 -> graph.multiply(a, b);
                case 3 -> graph.apply(Operation.SIN, a);
                case 4 -> graph.apply(Operation.TANH, a);
                default -> graph.divide(a, graph.add(graph.number(5), graph.apply(Operation.COS, b)));
            }
        }
        return random.ints(5, 0, graph.size()).boxed().toList();
    }

    private static double[] values(ExpressionGraph graph, List<Map<Integer, Integer>> rows, double[] state) {
        List<Integer> entries = new ArrayList<>();
        for (Map<Integer, Integer> row : rows) {
            for (int j = 0; j < state.length; j++) {
                entries.add(row.getOrDefault(j, graph.number(0)));
            }
        }
        double[] out = new double[entries.size()];
        new Interpreter(Program.of(graph, entries, state.length, 1)).eval(0, state, new double[] {0.7}, out);
        return out;
    }

    @Test
    void partial_derivatives_are_those_of_the_forward_mode_on_random_graphs() {
        for (long seed = 0; seed < 400; seed++) {
            ExpressionGraph graph = new ExpressionGraph();
            List<Integer> nodes = outputs(graph, seed);
            double[] state = new Random(seed).doubles(INPUTS, -1, 1).toArray();
            GraphDerivative forward = new GraphDerivative(graph);
            double[] expected =
                    values(graph, nodes.stream().map(forward::gradient).toList(), state);
            double[] found = values(graph, new VertexElimination(graph, Node.Source.STATE).gradients(nodes), state);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(
                        expected[i], found[i], 1e-9 * (1 + Math.abs(expected[i])), "seed " + seed + ", entry " + i);
            }
        }
    }

    /** ∂(product of all but x_j): n products by elimination, about n² by the forward mode. */
    @Test
    void the_gradient_of_a_long_product_costs_three_times_the_product() {
        ExpressionGraph graph = new ExpressionGraph();
        int product = graph.input(Node.Source.STATE, 0);
        for (int i = 1; i < 40; i++) {
            product = graph.multiply(product, graph.input(Node.Source.STATE, i));
        }
        Map<Integer, Integer> gradient = new VertexElimination(graph, Node.Source.STATE)
                .gradients(List.of(product))
                .get(0);
        Program program = Program.of(graph, List.copyOf(gradient.values()), 40, 0);
        long products =
                program.nodes().stream().filter(Node.Result.class::isInstance).count();
        assertEquals(40, gradient.size());
        assertTrue(products <= 3 * 39, products + " products");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear-vae", "soft-committee", "two-layer", "perceptron"})
    void models_take_fewer_operations_than_by_the_forward_mode(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        BoundSystem bound = BoundSystem.of(system, Sizes.of(system.problem(), Map.of()));
        Program rates = bound.rightHandSide();
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> outputs = Copy.into(graph, rates);
        GraphDerivative forward = new GraphDerivative(graph);
        int before = operations(graph, outputs.stream().map(forward::gradient).toList());
        int after = operations(graph, new VertexElimination(graph, Node.Source.STATE).gradients(outputs));
        assertTrue(after <= before, after + " operations, " + before + " by the forward mode");
    }

    private static int operations(ExpressionGraph graph, List<Map<Integer, Integer>> rows) {
        HashSet<Integer> entries = new HashSet<>();
        rows.forEach(row -> entries.addAll(row.values()));
        return Program.of(graph, List.copyOf(entries), 0, 0).nodes().size();
    }
}

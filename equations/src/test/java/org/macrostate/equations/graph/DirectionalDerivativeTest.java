package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionalDerivativeTest {
    private static final int LENGTH = 5;
    private static final Operation[] SMOOTH = {
        Operation.ADD,
        Operation.SUBTRACT,
        Operation.MULTIPLY,
        Operation.DIVIDE,
        Operation.POWER,
        Operation.SQRT,
        Operation.EXP,
        Operation.LOG,
        Operation.SIN,
        Operation.COS,
        Operation.ARC_TAN,
        Operation.TANH,
        Operation.ERF
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_directional_derivative_is_the_limit_of_difference_quotients_and_the_gradient_along_the_direction(long seed) {
        Random random = new Random(seed);
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> nodes = randomNodes(random, graph);
        double[] state = random.doubles(LENGTH, 0.5, 1.5).toArray();
        double[] direction = random.doubles(LENGTH, -1, 1).toArray();
        DirectionalDerivative along = new DirectionalDerivative(graph, LENGTH);
        GraphDerivative gradients = new GraphDerivative(graph);
        for (int node : nodes) {
            double derivative = evaluate(graph, along.along(node), state, direction);
            double step = 1e-5;
            double quotient = (evaluate(graph, node, moved(state, direction, step), direction)
                            - evaluate(graph, node, moved(state, direction, -step), direction))
                    / (2 * step);
            assertEquals(quotient, derivative, 1e-6 * (1 + Math.abs(derivative)));
            double contracted = 0;
            for (Map.Entry<Integer, Integer> entry : gradients.gradient(node).entrySet()) {
                contracted += evaluate(graph, entry.getValue(), state, direction) * direction[entry.getKey()];
            }
            assertEquals(contracted, derivative, 1e-12 * (1 + Math.abs(derivative)));
        }
    }

    /** Smooth functions of the state whose values stay positive and moderate: each result is mapped to 0.6 … 1.4. */
    private static List<Integer> randomNodes(Random random, ExpressionGraph graph) {
        List<Integer> nodes = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            nodes.add(graph.input(Node.Source.STATE, i));
        }
        nodes.add(graph.number(0.75));
        for (int i = 0; i < 40; i++) {
            Operation operation = SMOOTH[random.nextInt(SMOOTH.length)];
            int left = nodes.get(random.nextInt(nodes.size()));
            int right = nodes.get(random.nextInt(nodes.size()));
            int result = operation.operands() == 1 ? graph.apply(operation, left) : graph.apply(operation, left, right);
            int small = graph.multiply(graph.number(0.4), graph.apply(Operation.SIN, result));
            nodes.add(graph.add(graph.number(1), small));
        }
        return nodes;
    }

    private static double[] moved(double[] state, double[] direction, double step) {
        double[] moved = state.clone();
        for (int i = 0; i < LENGTH; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }

    private static double evaluate(ExpressionGraph graph, int node, double[] state, double[] direction) {
        double[] both = new double[2 * LENGTH];
        System.arraycopy(state, 0, both, 0, LENGTH);
        System.arraycopy(direction, 0, both, LENGTH, LENGTH);
        double[] out = new double[1];
        new Interpreter(Program.of(graph, List.of(node), 2 * LENGTH, 0)).eval(0, both, new double[0], out);
        return out[0];
    }
}

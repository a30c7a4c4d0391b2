package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

/** Programs of any operations on any earlier nodes; recent nodes are preferred, so that deep chains occur. */
final class RandomProgram {
    private static final double[] SPECIAL = {0.0, -0.0, 1.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, 1e-300, 1e300};

    private RandomProgram() {}

    static Program of(long seed, int size) {
        Random random = new Random(seed);
        int states = 1 + random.nextInt(60);
        int parameters = 1 + random.nextInt(10);
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node.Input(Node.Source.STATE, states - 1));
        while (nodes.size() < size) {
            nodes.add(node(random, nodes.size(), states, parameters));
        }
        List<Integer> outputs = new ArrayList<>();
        int count = 1 + random.nextInt(40 + size / 4);
        for (int i = 0; i < count; i++) {
            outputs.add(random.nextBoolean() ? random.nextInt(size) : earlier(random, size));
        }
        return new Program(nodes, outputs, states, parameters);
    }

    private static Node node(Random random, int size, int states, int parameters) {
        switch (random.nextInt(12)) {
            case 0:
                return new Node.Number(random.nextInt(4) == 0 ? SPECIAL[random.nextInt(8)] : random.nextGaussian());
            case 1:
                return new Node.Input(Node.Source.STATE, random.nextInt(states));
            case 2:
                return random.nextBoolean()
                        ? new Node.Input(Node.Source.TIME, 0)
                        : new Node.Input(Node.Source.PARAMETER, random.nextInt(parameters));
            default:
                Operation[] all = Operation.values();
                Operation operation = all[random.nextInt(random.nextBoolean() ? 4 : all.length)];
                int left = earlier(random, size);
                return new Node.Result(operation, left, operation.operands() == 1 ? -1 : earlier(random, size));
        }
    }

    private static int earlier(Random random, int size) {
        return random.nextInt(3) == 0 ? random.nextInt(size) : size - 1 - random.nextInt(Math.min(size, 12));
    }
}

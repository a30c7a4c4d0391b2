package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

/**
 * Programs of operations on any earlier nodes; recent nodes are preferred, so that deep chains occur. An even seed takes
 * operations whose values stay of order one, an odd seed any, which soon gives many infinities and values that are no
 * numbers.
 */
final class RandomProgram {
    private static final double[] SPECIAL = {0.0, -0.0, 1.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, 1e-300, 1e300};

    private static final Operation[] TAME = {
        Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.SIN, Operation.COS, Operation.TANH,
        Operation.ARC_TAN, Operation.ERF, Operation.MIN, Operation.MAX, Operation.NEGATE, Operation.LESS
    };

    private RandomProgram() {}

    static Program of(long seed, int size) {
        Random random = new Random(seed);
        int states = 1 + random.nextInt(60);
        int parameters = 1 + random.nextInt(10);
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node.Input(Node.Source.STATE, states - 1));
        while (nodes.size() < size) {
            nodes.add(node(random, nodes.size(), states, parameters, seed % 2 == 0));
        }
        List<Integer> outputs = new ArrayList<>();
        int count = 1 + random.nextInt(40 + size / 4);
        for (int i = 0; i < count; i++) {
            outputs.add(random.nextBoolean() ? random.nextInt(size) : earlier(random, size));
        }
        return new Program(nodes, outputs, states, parameters);
    }

    private static Node node(Random random, int size, int states, int parameters, boolean tame) {
        switch (random.nextInt(12)) {
            case 0:
                return new Node.Number(
                        !tame && random.nextInt(4) == 0 ? SPECIAL[random.nextInt(8)] : random.nextGaussian());
            case 1:
                return new Node.Input(Node.Source.STATE, random.nextInt(states));
            case 2:
                return random.nextBoolean()
                        ? new Node.Input(Node.Source.TIME, 0)
                        : new Node.Input(Node.Source.PARAMETER, random.nextInt(parameters));
            default:
                Operation[] all = tame ? TAME : Operation.values();
                Operation operation = all[random.nextInt(!tame && random.nextBoolean() ? 4 : all.length)];
                int left = earlier(random, size);
                return new Node.Result(operation, left, operation.operands() == 1 ? -1 : earlier(random, size));
        }
    }

    private static int earlier(Random random, int size) {
        return random.nextInt(3) == 0 ? random.nextInt(size) : size - 1 - random.nextInt(Math.min(size, 12));
    }
}

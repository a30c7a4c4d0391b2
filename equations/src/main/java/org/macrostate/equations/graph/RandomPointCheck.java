package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The values of a growing graph's nodes at random inputs, to which the rules that simplify it are held. */
final class RandomPointCheck {
    private static final int POINTS = 3;
    private static final long SEED = 20240229L;

    /** A few roundings, relative to the operands: a difference of what is large may be small. */
    private static final double ROUNDINGS = 1e-10;

    private final List<double[]> values = new ArrayList<>();

    /** Nodes are told in their order. */
    void added(Node node) {
        double[] value = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            value[i] = value(node, i);
        }
        values.add(value);
    }

    private double value(Node node, int point) {
        if (node instanceof Node.Number n) {
            return n.value();
        }
        if (node instanceof Node.Input in) {
            return 0.1 + 0.8 * new Random(SEED + 31L * in.index() + in.source().ordinal() + 7919L * point).nextDouble();
        }
        if (node instanceof Node.Call call) {
            double[] x = call.operands().stream()
                    .mapToDouble(operand -> values.get(operand)[point])
                    .toArray();
            return call.function()
                    .evaluation(MultivariateFunction.ProgramCompiler.interpreted())
                    .value(x);
        }
        Node.Result r = (Node.Result) node;
        return r.operation().apply(values.get(r.left())[point], operand(r.right(), point));
    }

    private double operand(int node, int point) {
        return node < 0 ? 0 : values.get(node)[point];
    }

    /** @throws IllegalStateException naming the rule if its result is another value than the operation's */
    void verify(GraphRule rule, Operation operation, int a, int b, int result) {
        for (int i = 0; i < POINTS; i++) {
            double left = values.get(a)[i];
            double right = operand(b, i);
            double expected = operation.apply(left, right);
            double found = values.get(result)[i];
            double scale = 1 + Math.abs(left) + Math.abs(right) + Math.abs(expected);
            if (Double.isFinite(scale) && !(Math.abs(found - expected) <= ROUNDINGS * scale)) {
                throw new IllegalStateException("rule '" + rule.name() + "': " + operation + " of " + left + " and "
                        + right + " became " + found + ", is " + expected);
            }
        }
    }
}

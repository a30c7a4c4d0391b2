package org.macrostate.equations.graph;

import java.util.List;

/**
 * Bounds on how fast nodes of a program grow with its state: p where a node is at most the exponential of a power p of it, zero
 * where it grows like a power at most. Signs are not looked at: of {@code Exp[-h^2]} it is two.
 */
final class GrowthOrder {
    /** A logarithm of a power grows by less than this power. */
    private static final double LOGARITHM = 0.5;

    private final List<Node> nodes;
    private final double[] order;
    private final double[] power;

    private GrowthOrder(List<Node> nodes) {
        this.nodes = nodes;
        order = new double[nodes.size()];
        power = new double[nodes.size()];
    }

    /** One element a node. */
    static double[] of(Program program) {
        GrowthOrder growth = new GrowthOrder(program.nodes());
        for (int i = 0; i < growth.order.length; i++) {
            growth.node(i, program.nodes().get(i));
        }
        return growth.order;
    }

    private void node(int i, Node node) {
        if (node instanceof Node.Input input && input.source() == Node.Source.STATE) {
            power[i] = 1;
        } else if (node instanceof Node.Result r) {
            result(i, r);
        }
    }

    /** {@code x^c} for a number c; {@code x^y = Exp[y Log[x]]} otherwise, whose exponent grows by less than a root faster than y. */
    private void power(int i, int a, int b) {
        if (nodes.get(b) instanceof Node.Number n) {
            set(i, order[a], power[a] * Math.abs(n.value()));
        } else {
            double exponent = power[b] > 0 ? power[b] + LOGARITHM : 0;
            boolean fast = order[b] > 0 || (order[a] > 0 && power[b] > 0);
            set(i, fast ? Double.POSITIVE_INFINITY : Math.max(order[a], exponent), power[a]);
        }
    }

    private void result(int i, Node.Result r) {
        int a = r.left();
        int b = r.right() < 0 ? a : r.right();
        double most = Math.max(order[a], order[b]);
        double highest = Math.max(power[a], power[b]);
        switch (r.operation()) {
            case ADD, SUBTRACT, NEGATE, ABS, FLOOR, MOD, MIN, MAX, WHEN -> set(i, most, highest);
            case SQRT -> set(i, most, highest / 2);
            case MULTIPLY, DIVIDE -> set(i, most, power[a] + power[b]);
            case POWER -> power(i, a, b);
            case EXP, SINH, COSH -> set(i, order[a] > 0 ? Double.POSITIVE_INFINITY : power[a], power[a]);
            // What falls off like an exponential grows when it is inverted, and its logarithm like the exponent.
            case ERFC, ERF -> set(i, 2 * power[a], 0);
            case LOG -> set(i, 0, Math.max(order[a], Math.min(power[a], LOGARITHM)));
            case LOG_ERFC -> set(i, 0, 2 * power[a]);
            case SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, TANH, SIGN, UNIT_STEP, LESS, LESS_EQUAL -> set(i, 0, 0);
            case EQUAL -> set(i, 0, 0);
        }
    }

    private void set(int i, double p, double q) {
        order[i] = p;
        power[i] = q;
    }
}

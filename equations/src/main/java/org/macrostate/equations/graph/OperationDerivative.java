package org.macrostate.equations.graph;

import java.util.function.IntUnaryOperator;

/** Partial derivatives of the elementary operations with respect to their operands. */
final class OperationDerivative {
    private OperationDerivative() {}

    /** ∂ result / ∂ left; {@code self} is the node of the result. */
    static int left(ExpressionGraph g, int self, Node.Result r) {
        int a = r.left();
        int b = r.right();
        int one = g.number(1);
        return switch (r.operation()) {
            case ADD, SUBTRACT -> one;
            case MULTIPLY -> b;
            case DIVIDE -> g.divide(one, b);
            case POWER -> g.multiply(b, root(g, a, x -> g.apply(Operation.POWER, x, g.subtract(b, one))));
            case NEGATE -> g.number(-1);
            case SQRT ->
                clamped(g, a)
                        ? root(g, a, x -> g.divide(g.number(0.5), g.apply(Operation.SQRT, x)))
                        : g.divide(g.number(0.5), self);
            case EXP -> self;
            case LOG -> g.divide(one, a);
            case SIN -> g.apply(Operation.COS, a);
            case COS -> g.negate(g.apply(Operation.SIN, a));
            case TAN -> g.add(one, g.multiply(self, self));
            case ARC_SIN -> inverseSine(g, a);
            case ARC_COS -> g.negate(inverseSine(g, a));
            case ARC_TAN -> g.divide(one, g.add(one, g.multiply(a, a)));
            case SINH -> g.apply(Operation.COSH, a);
            case COSH -> g.apply(Operation.SINH, a);
            case TANH -> oneMinusSquare(g, self);
            case ERF ->
                g.multiply(g.number(2 / Math.sqrt(Math.PI)), g.apply(Operation.EXP, g.negate(g.multiply(a, a))));
            case ERFC ->
                g.multiply(g.number(-2 / Math.sqrt(Math.PI)), g.apply(Operation.EXP, g.negate(g.multiply(a, a))));
            case LOG_ERFC ->
                g.multiply(
                        g.number(-2 / Math.sqrt(Math.PI)),
                        g.apply(Operation.EXP, g.negate(g.add(g.multiply(a, a), self))));
            case ABS -> g.apply(Operation.SIGN, a);
            case MIN -> g.apply(Operation.LESS_EQUAL, a, b);
            case MAX -> g.apply(Operation.LESS, b, a);
            case MOD -> one;
            case SIGN, UNIT_STEP, FLOOR, LESS, LESS_EQUAL, EQUAL, WHEN -> g.number(0);
        };
    }

    /** ∂ result / ∂ right of a binary operation. */
    static int right(ExpressionGraph g, int self, Node.Result r) {
        int a = r.left();
        int b = r.right();
        int one = g.number(1);
        return switch (r.operation()) {
            case ADD -> one;
            case SUBTRACT -> g.number(-1);
            case MULTIPLY -> a;
            case DIVIDE -> g.negate(g.divide(self, b));
            case POWER -> g.multiply(self, g.apply(Operation.LOG, a));
            case MIN -> g.subtract(one, g.apply(Operation.LESS_EQUAL, a, b));
            case MAX -> g.subtract(one, g.apply(Operation.LESS, b, a));
            case MOD -> g.negate(g.apply(Operation.FLOOR, g.divide(a, b)));
            case WHEN -> g.apply(Operation.WHEN, a, one);
            case NEGATE, SQRT, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH -> g.number(0);
            case ERF, ERFC, LOG_ERFC, ABS, SIGN, UNIT_STEP, FLOOR, LESS, LESS_EQUAL, EQUAL -> g.number(0);
        };
    }

    /**
     * The slope of a root of a node. Where that node is held at zero by a clamp, the slope from the clamped side is zero,
     * and the formula would have infinity times zero.
     */
    private static int root(ExpressionGraph g, int a, IntUnaryOperator slope) {
        if (!clamped(g, a)) {
            return slope.applyAsInt(a);
        }
        int held = g.apply(Operation.EQUAL, a, g.number(0));
        int moves = g.subtract(g.number(1), held);
        return g.apply(Operation.WHEN, moves, slope.applyAsInt(g.add(a, held)));
    }

    /** Whether a node, or a factor or quotient of it, is a clamp or a choice, so that its own slope may be zero. */
    private static boolean clamped(ExpressionGraph g, int node) {
        if (!(g.node(node) instanceof Node.Result r)) {
            return false;
        }
        return switch (r.operation()) {
            case MIN, MAX, ABS, WHEN -> true;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> clamped(g, r.left()) || clamped(g, r.right());
            case NEGATE, SQRT, POWER -> clamped(g, r.left());
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ERFC, LOG_ERFC -> false;
            case SIGN, UNIT_STEP, FLOOR, MOD, LESS, LESS_EQUAL, EQUAL -> false;
        };
    }

    private static int oneMinusSquare(ExpressionGraph g, int a) {
        return g.subtract(g.number(1), g.multiply(a, a));
    }

    /** {@code 1/√(1 − a²)}; 0 at the ends and past them, where infinite slopes of expectations cancel. */
    private static int inverseSine(ExpressionGraph g, int a) {
        int rest = oneMinusSquare(g, a);
        int inside = g.apply(Operation.LESS, g.number(0), rest);
        int safe = g.add(rest, g.subtract(g.number(1), inside));
        return g.apply(Operation.WHEN, inside, g.divide(g.number(1), g.apply(Operation.SQRT, safe)));
    }
}

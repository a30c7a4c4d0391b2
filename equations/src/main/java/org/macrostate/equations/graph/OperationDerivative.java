package org.macrostate.equations.graph;

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
            case POWER -> g.multiply(b, g.apply(Operation.POWER, a, g.subtract(b, one)));
            case NEGATE -> g.number(-1);
            case SQRT -> g.divide(g.number(0.5), self);
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
            default -> g.number(0);
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

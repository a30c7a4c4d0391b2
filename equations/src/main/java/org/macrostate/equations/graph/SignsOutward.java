package org.macrostate.equations.graph;

import java.util.OptionalInt;

/** Signs leave products and turn sums into differences, where two of them meet and are gone. */
final class SignsOutward implements GraphRule {
    @Override
    public String name() {
        return "signs outward";
    }

    @Override
    public OptionalInt simplified(ExpressionGraph g, Operation operation, int a, int b) {
        return switch (operation) {
            case ADD -> sum(g, a, b);
            case SUBTRACT -> difference(g, a, b);
            case MULTIPLY -> product(g, a, b);
            case NEGATE -> opposite(g, a);
            case DIVIDE, POWER, SQRT, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH -> OptionalInt.empty();
            case COSH, TANH, ERF, ERFC, LOG_ERFC, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD -> OptionalInt.empty();
            case LESS, LESS_EQUAL, EQUAL, WHEN -> OptionalInt.empty();
        };
    }

    private static OptionalInt sum(ExpressionGraph g, int a, int b) {
        if (negated(g, b) >= 0) {
            return OptionalInt.of(g.subtract(a, negated(g, b)));
        }
        return negated(g, a) >= 0 ? OptionalInt.of(g.subtract(b, negated(g, a))) : OptionalInt.empty();
    }

    private static OptionalInt difference(ExpressionGraph g, int a, int b) {
        if (g.isNumber(a, 0)) {
            return OptionalInt.of(g.negate(b));
        }
        return negated(g, b) >= 0 ? OptionalInt.of(g.add(a, negated(g, b))) : OptionalInt.empty();
    }

    private static OptionalInt product(ExpressionGraph g, int a, int b) {
        if (g.isNumber(a, -1)) {
            return OptionalInt.of(g.negate(b));
        }
        if (g.isNumber(b, -1)) {
            return OptionalInt.of(g.negate(a));
        }
        if (negated(g, a) >= 0) {
            return OptionalInt.of(g.negate(g.multiply(negated(g, a), b)));
        }
        return negated(g, b) >= 0 ? OptionalInt.of(g.negate(g.multiply(a, negated(g, b)))) : OptionalInt.empty();
    }

    private static OptionalInt opposite(ExpressionGraph g, int a) {
        if (negated(g, a) >= 0) {
            return OptionalInt.of(negated(g, a));
        }
        return g.node(a) instanceof Node.Result r && r.operation() == Operation.SUBTRACT
                ? OptionalInt.of(g.apply(Operation.SUBTRACT, r.right(), r.left()))
                : OptionalInt.empty();
    }

    /** What a node is the opposite of; -1 if it is none. */
    private static int negated(ExpressionGraph g, int node) {
        return g.node(node) instanceof Node.Result r && r.operation() == Operation.NEGATE ? r.left() : -1;
    }
}

package org.macrostate.equations.graph;

import java.util.OptionalInt;

/** {@code a + 0 = a · 1 = a / 1 = a}, {@code a − a = a · 0 = 0 / a = 0}: nothing is computed, whatever a is. */
final class NeutralElements implements GraphRule {
    @Override
    public String name() {
        return "neutral elements";
    }

    @Override
    public OptionalInt simplified(ExpressionGraph g, Operation operation, int a, int b) {
        return switch (operation) {
            case ADD ->
                g.isNumber(a, 0) ? OptionalInt.of(b) : g.isNumber(b, 0) ? OptionalInt.of(a) : OptionalInt.empty();
            case SUBTRACT ->
                g.isNumber(b, 0) ? OptionalInt.of(a) : a == b ? OptionalInt.of(g.number(0)) : OptionalInt.empty();
            case MULTIPLY -> product(g, a, b);
            case DIVIDE ->
                g.isNumber(b, 1) || g.isNumber(a, 0) && !g.isNumber(b, 0) ? OptionalInt.of(a) : OptionalInt.empty();
            case POWER, NEGATE, SQRT, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH -> OptionalInt.empty();
            case COSH, TANH, ERF, ERFC, LOG_ERFC, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD -> OptionalInt.empty();
            case LESS, LESS_EQUAL, EQUAL, WHEN -> OptionalInt.empty();
        };
    }

    private static OptionalInt product(ExpressionGraph g, int a, int b) {
        if (g.isNumber(a, 0) || g.isNumber(b, 0)) {
            return OptionalInt.of(g.number(0));
        }
        if (g.isNumber(a, 1)) {
            return OptionalInt.of(b);
        }
        return g.isNumber(b, 1) ? OptionalInt.of(a) : OptionalInt.empty();
    }
}

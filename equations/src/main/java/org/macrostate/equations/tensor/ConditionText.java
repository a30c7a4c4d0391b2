package org.macrostate.equations.tensor;

import java.util.Map;
import java.util.stream.Collectors;

/** Conditions in the notation of the language: {@code a < b && !(c == d)}. */
final class ConditionText {
    private static final Map<Function, String> SIGNS = Map.of(
            Function.LESS,
            "<",
            Function.LESS_EQUAL,
            "<=",
            Function.EQUAL,
            "==",
            Function.AND,
            "&&",
            Function.OR,
            "||",
            Function.NOT,
            "!");

    private ConditionText() {}

    /** Prints an operand in a context that binds this tightly. */
    interface Printer {
        String print(Expression operand, int binding);
    }

    static boolean isInfix(Function function) {
        return SIGNS.containsKey(function);
    }

    /** Looser than a sum: or, and, not, comparison, from the loosest on. */
    static int binding(Function function) {
        return switch (function) {
            case OR -> -4;
            case AND -> -3;
            case NOT -> -2;
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS, SIGN -> -1;
            case UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, IF, VARIANCE_INVERSE -> -1;
            case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS, GAUSSIAN_MEAN -> -1;
            case BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT, MEAN -> -1;
        };
    }

    static String of(Apply condition, Printer printer) {
        int inside = binding(condition.function()) + 1;
        String sign = SIGNS.getOrDefault(condition.function(), "");
        if (condition.function() == Function.NOT) {
            return sign + printer.print(condition.arguments().get(0), 4);
        }
        return condition.arguments().stream()
                .map(operand -> printer.print(operand, inside))
                .collect(Collectors.joining(" " + sign + " "));
    }
}

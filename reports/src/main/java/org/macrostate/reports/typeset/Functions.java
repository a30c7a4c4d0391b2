package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;

/** Functions by the notation each is known by. */
final class Functions {
    /** An exponent wider than this (in em of the line) is written as an argument of exp. */
    private static final double WIDEST_EXPONENT = 6;

    /** Words that are not those of the language in small letters. */
    private static final Map<Function, String> WORDS = Map.of(
            Function.SIGN, "sgn", Function.ARC_SIN, "arcsin", Function.ARC_COS, "arccos", Function.ARC_TAN, "arctan");

    private final Typesetter typesetter;

    Functions(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** True for functions whose powers are written {@code tanh² x}. */
    static boolean takesExponent(Function function) {
        return switch (function) {
            case LOG, SIN, COS, TAN, SINH, COSH, TANH -> true;
            case EXP, ARC_SIN, ARC_COS, ARC_TAN, ERF, ABS, SIGN, UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS -> false;
            case LESS_EQUAL, EQUAL, AND, OR, NOT, IF, VARIANCE_INVERSE, VARIANCE_ROOT, VARIANCE_INVERSE_ROOT -> false;
            case DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS, GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM -> false;
            case NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT, MEAN -> false;
        };
    }

    Layout of(Apply a, Layout exponent) {
        return called(Layout.power(Layout.upright(word(a.function())), exponent), a.arguments());
    }

    Layout of(Apply a) {
        Expression first = a.arguments().get(0);
        return switch (a.function()) {
            case ABS -> new Layout.Fenced("|", typesetter.of(first), "|");
            case FLOOR -> new Layout.Fenced("⌊", typesetter.of(first), "⌋");
            case MEAN -> new Layout.Fenced("⟨", typesetter.of(first), "⟩");
            case BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM -> new MatrixLayouts(typesetter).of(a);
            case EXP -> exponential(first);
            case UNIT_STEP -> called(Layout.italic("θ"), a.arguments());
            case RAMP -> callOf("max", List.of(Layout.row(new Layout.Digits("0"), comma(), typesetter.of(first))));
            case LESS -> between(a, "<");
            case LESS_EQUAL -> between(a, "≤");
            case EQUAL -> between(a, "=");
            case AND -> between(a, "∧");
            case OR -> between(a, "∨");
            case MOD ->
                Layout.row(
                        typesetter.factor(first),
                        new Layout.Words(" mod "),
                        typesetter.factor(a.arguments().get(1)));
            case NOT -> Layout.row(new Layout.Sign("¬", Layout.Role.PREFIX), Brackets.around(typesetter.of(first)));
            case IF ->
                new Layout.Cases(
                        typesetter.of(first),
                        typesetter.of(a.arguments().get(1)),
                        typesetter.of(a.arguments().get(2)));
            case VARIANCE_INVERSE -> inverse(typesetter.of(first));
            case VARIANCE_ROOT -> new Layout.Root(typesetter.of(first));
            case VARIANCE_INVERSE_ROOT -> inverse(new Layout.Root(typesetter.of(first)));
            case DENSITY_AT_ZERO -> called(Layout.italic("p"), a.arguments().subList(0, 1));
            case SIGN_MEAN -> called(Layout.italic("S"), a.arguments().subList(0, 3));
            case LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, SIGN -> named(a);
            case MIN, MAX, MEAN_OF_SIGNS, GAUSSIAN_MEAN, STOP_GRADIENT -> named(a);
        };
    }

    /** A generalised inverse, {@code (x)⁺}. */
    private static Layout inverse(Layout of) {
        return Layout.power(Brackets.around(of), new Layout.Sign("+", Layout.Role.CLOSE));
    }

    private Layout exponential(Expression argument) {
        Layout exponent = typesetter.of(argument);
        boolean small = Width.of(exponent) <= WIDEST_EXPONENT && !FormulaHeight.isTall(exponent);
        return small ? Layout.power(Layout.upright("e"), exponent) : callOf("exp", List.of(exponent));
    }

    private Layout called(Layout name, List<Expression> arguments) {
        return call(name, arguments.stream().map(typesetter::of).toList());
    }

    private static Layout callOf(String name, List<Layout> arguments) {
        return call(Layout.upright(name), arguments);
    }

    static Layout call(Layout name, List<Layout> arguments) {
        List<Layout> parts = new ArrayList<>();
        for (Layout argument : arguments) {
            if (!parts.isEmpty()) {
                parts.add(comma());
            }
            parts.add(argument);
        }
        return Layout.row(name, new Layout.Applied(), Brackets.around(Layout.row(parts)));
    }

    private static Layout comma() {
        return new Layout.Sign(",", Layout.Role.PUNCTUATION);
    }

    private Layout between(Apply a, String sign) {
        boolean logical = a.function() == Function.AND || a.function() == Function.OR;
        List<Layout> parts = new ArrayList<>();
        for (Expression argument : a.arguments()) {
            if (!parts.isEmpty()) {
                parts.add(new Layout.Sign(sign, logical ? Layout.Role.BINARY : Layout.Role.RELATION));
            }
            boolean loose = argument instanceof Apply inner
                    && (logical
                            ? inner.function() == Function.AND || inner.function() == Function.OR
                            : inner.function().isCondition());
            parts.add(loose ? Brackets.around(typesetter.of(argument)) : typesetter.of(argument));
        }
        return Layout.row(parts);
    }

    private Layout named(Apply a) {
        return called(Layout.upright(word(a.function())), a.arguments());
    }

    private static String word(Function function) {
        return WORDS.getOrDefault(function, function.text().toLowerCase(Locale.ROOT));
    }
}

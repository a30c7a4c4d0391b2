package org.macrostate.engine.report;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.NumberLayout;
import org.macrostate.reports.typeset.StatementLayout;
import org.macrostate.reports.typeset.Typesetter;

/** Phrases with formulas in them. */
public final class FormulaPhrases {
    public static final int DIGITS = 4;

    /** In bits; a denominator of five digits is read as a fraction still. */
    private static final int LONGEST_DENOMINATOR = 16;

    private FormulaPhrases() {}

    /** {@code ρ = 1}. */
    public static Layout assignment(Typesetter typesetter, String label, double value) {
        return Layout.equation(symbol(typesetter, label), NumberLayout.of(value, DIGITS));
    }

    /** {@code β = ρ + η}; a value that was found by numbers as a decimal. */
    public static Layout assignment(Typesetter typesetter, String label, Expression value) {
        if (isDecimal(value)) {
            return assignment(typesetter, label, ((Rational) value).value().doubleValue());
        }
        return Layout.equation(symbol(typesetter, label), typesetter.of(value));
    }

    /** Whether a value is a number whose fraction nobody reads: a decimal that was found by numbers. */
    public static boolean isDecimal(Expression value) {
        return value instanceof Rational number
                && number.value().getDenominator().bitLength() > LONGEST_DENOMINATOR;
    }

    /** {@code m[1,2]} or {@code rho} as a formula. */
    public static Layout symbol(Typesetter typesetter, String label) {
        int open = label.indexOf('[');
        if (open < 0 || !label.endsWith("]") || label.indexOf('.') >= 0) {
            return typesetter.name(label);
        }
        List<org.macrostate.equations.tensor.Position> places = java.util.Arrays.stream(
                        label.substring(open + 1, label.length() - 1).split(",", -1))
                .map(place -> new org.macrostate.equations.tensor.Position(Integer.parseInt(place.strip())))
                .toList();
        return typesetter.indexed(label.substring(0, open), places);
    }

    /** A formula as its author typed it; what does not parse is code. */
    public static Prose typed(Typesetter typesetter, String text) {
        return StatementLayout.ofFormula(text, typesetter).map(Prose::math).orElseGet(() -> Prose.EMPTY.andCode(text));
    }

    /** A goal or measure: {@code time eps_g < 0.1}, {@code minimum eps_g}, {@code eps_g at 100}. */
    public static Prose goal(Typesetter typesetter, String text) {
        String goal = text.strip();
        if (goal.startsWith("time ")) {
            return Prose.text("the time until ").and(typed(typesetter, goal.substring(5)));
        }
        if (goal.startsWith("min ") || goal.startsWith("minimum ")) {
            return Prose.text("the minimum of ").and(typed(typesetter, goal.substring(goal.indexOf(' ') + 1)));
        }
        int at = goal.lastIndexOf(" at ");
        return at < 0
                ? typed(typesetter, goal)
                : typed(typesetter, goal.substring(0, at))
                        .and(" at ")
                        .andMath(Layout.italic("t"))
                        .and(" = " + goal.substring(at + 4).strip());
    }

    /** {@code ρ = 1, η = 1 and β = 2}. */
    public static Prose assignments(Typesetter typesetter, Map<String, Double> values) {
        return list(values.entrySet().stream()
                .map(e -> Prose.math(assignment(typesetter, e.getKey(), e.getValue())))
                .toList());
    }

    /** Items with commas, the last with "and". */
    public static Prose list(List<Prose> items) {
        Prose prose = Prose.EMPTY;
        for (int i = 0; i < items.size(); i++) {
            String before = i == 0 ? "" : i < items.size() - 1 ? ", " : items.size() == 2 ? " and " : ", and ";
            prose = (before.isEmpty() ? prose : prose.and(before)).and(items.get(i));
        }
        return prose;
    }

    public static Prose number(double value) {
        return Prose.number(value, DIGITS);
    }

    /** {@code one}, {@code two} … {@code twelve}, then digits. */
    public static String count(long value) {
        List<String> names = List.of(
                "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                "twelve");
        return value >= 0 && value < names.size() ? names.get((int) value) : Long.toString(value);
    }

    public static String sentenceCase(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    public static String plural(long count, String singular) {
        return count(count) + " " + singular + (count == 1 ? "" : "s");
    }
}

package org.macrostate.equations.model;

import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;

/** The number a text without names comes to: {@code 8/3}, {@code Sqrt[2]}. */
final class PlainNumber {
    private PlainNumber() {}

    /** Reads a number; {@code role} says what it is of, for the message. */
    static double of(Text text, String role) {
        Expression expression = number(text, role);
        return text.located(() -> {
            double value = of(expression);
            if (!Double.isFinite(value)) {
                throw new BadInput(role + " must be a finite number, was " + value);
            }
            return value;
        });
    }

    private static Expression number(Text text, String role) {
        try {
            return Elaborator.elaborate(text, new ProblemScope(new NameTable(), Use.CONSTANT));
        } catch (BadInput bad) {
            boolean comma = text.value().matches("\\s*[0-9]++,[0-9]++\\s*");
            String why = comma
                    ? "decimals have a point, as in " + text.value().strip().replace(',', '.')
                    : bad.what();
            BadInput ofRole = new BadInput(role + " must be a number; " + why);
            throw bad.place().map(ofRole::at).orElse(ofRole);
        }
    }

    /** Reads a whole number from 1 to 1000. */
    static int count(Text text, String role) {
        double value = of(text, role);
        return text.located(() -> {
            if (value != Math.rint(value) || value < 1 || value > 1000) {
                throw new BadInput(role + " must be a whole number from 1 to 1000, was " + shown(value));
            }
            return (int) value;
        });
    }

    /** A number as a person writes it. */
    static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static double of(Expression expression) {
        try {
            return NumericValue.of(expression, Map.of());
        } catch (IllegalArgumentException noNumber) {
            throw new BadInput("a plain number was expected; " + noNumber.getMessage());
        }
    }
}

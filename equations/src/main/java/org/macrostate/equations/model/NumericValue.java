package org.macrostate.equations.model;

import org.hipparchus.special.Erf;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/** The number an expression without names comes to: {@code 8/3}, {@code Sqrt[2]}. */
final class NumericValue {
    private NumericValue() {}

    /** Reads a number; {@code role} says what it is of, for the message. */
    static double of(Text text, String role) {
        Expression expression = Elaborator.elaborate(text, new ProblemScope(new NameTable(), Use.CONSTANT));
        return text.located(() -> {
            double value = of(expression);
            if (!Double.isFinite(value)) {
                throw new BadInput(role + " must be a finite number, was " + value);
            }
            return value;
        });
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

    private static double of(Expression e) {
        if (e instanceof Rational r) {
            return r.value().doubleValue();
        }
        if (e instanceof Constant c) {
            return c.value();
        }
        if (e instanceof Plus p) {
            return p.terms().stream().mapToDouble(NumericValue::of).sum();
        }
        if (e instanceof Times t) {
            return t.factors().stream().mapToDouble(NumericValue::of).reduce(1, (a, b) -> a * b);
        }
        if (e instanceof Power p) {
            return Math.pow(of(p.base()), of(p.exponent()));
        }
        if (e instanceof Apply a) {
            return function(a);
        }
        throw new BadInput("a plain number was expected");
    }

    private static double function(Apply apply) {
        double x = of(apply.arguments().get(0));
        return switch (apply.function()) {
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> Math.tan(x);
            case ARC_SIN -> Math.asin(x);
            case ARC_COS -> Math.acos(x);
            case ARC_TAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case TANH -> Math.tanh(x);
            case ERF -> Erf.erf(x);
            case ABS -> Math.abs(x);
            case MIN ->
                apply.arguments().stream().mapToDouble(NumericValue::of).min().orElseThrow();
            case MAX ->
                apply.arguments().stream().mapToDouble(NumericValue::of).max().orElseThrow();
            default -> throw new BadInput("'" + apply.function().text() + "' may not stand in a plain number");
        };
    }
}

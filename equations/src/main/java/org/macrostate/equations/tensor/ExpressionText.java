package org.macrostate.equations.tensor;

import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/** An expression in the Wolfram language's syntax; what is printed parses back to the same expression. */
public final class ExpressionText {
    private static final int LOOSEST = Integer.MIN_VALUE;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    private ExpressionText() {}

    public static String of(Expression expression) {
        return print(expression, LOOSEST);
    }

    public static String of(IndexTerm term) {
        return term instanceof Position p ? Integer.toString(p.value()) : ((Index) term).name();
    }

    public static String indexed(String name, List<? extends IndexTerm> indices) {
        int dot = name.indexOf('.');
        if (dot > 0 && indices.size() == 2) {
            return name.substring(0, dot) + "[" + of(indices.get(0)) + "]" + name.substring(dot) + "["
                    + of(indices.get(1)) + "]";
        }
        return indices.isEmpty()
                ? name
                : name + indices.stream().map(ExpressionText::of).collect(Collectors.joining(",", "[", "]"));
    }

    private static String print(Expression e, int context) {
        String text = bare(e);
        return binding(e) < context ? "(" + text + ")" : text;
    }

    private static int binding(Expression e) {
        if (e instanceof Plus) {
            return SUM;
        }
        if (e instanceof Rational r) {
            return r.value().signum() < 0 ? SUM : isWhole(r.value()) ? ATOM : PRODUCT;
        }
        if (e instanceof Times t) {
            return Times.number(t).signum() < 0 ? SUM : PRODUCT;
        }
        if (e instanceof Power p) {
            return isSquareRoot(p) ? ATOM : hasNegativeExponent(p) ? PRODUCT : POWER;
        }
        if (e instanceof Apply a && ConditionText.isInfix(a.function())) {
            return ConditionText.binding(a.function());
        }
        return e instanceof Overlap || e instanceof Field ? PRODUCT : ATOM;
    }

    private static String bare(Expression e) {
        if (e instanceof Rational r) {
            return number(r.value());
        }
        if (e instanceof Constant c) {
            return c.text();
        }
        if (e instanceof Symbol s) {
            return indexed(s.name(), s.indices());
        }
        if (e instanceof Delta d) {
            return "KroneckerDelta[" + of(d.left()) + "," + of(d.right()) + "]";
        }
        if (e instanceof Overlap o) {
            return o.block().isEmpty()
                    ? vector(o.left()) + "." + vector(o.right())
                    : indexed(o.left().family() + "." + o.right().family(), Indices.of(o));
        }
        if (e instanceof FieldFunction f) {
            return f.text();
        }
        if (e instanceof Field f) {
            return f.block().isEmpty()
                    ? vector(f.vector()) + "." + f.sample()
                    : indexed(f.vector().family() + "." + f.sample(), Indices.of(f));
        }
        if (e instanceof Apply a && ConditionText.isInfix(a.function())) {
            return ConditionText.of(a, ExpressionText::print);
        }
        if (e instanceof Apply a && MatrixFunction.is(a)) {
            return MatrixFunction.text(a);
        }
        if (e instanceof Apply a) {
            return a.function().text()
                    + a.arguments().stream().map(ExpressionText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (e instanceof IndexSum s) {
            return "Sum[" + of(s.body()) + ", {" + s.index().name() + ", "
                    + of(s.index().extent()) + "}]";
        }
        if (e instanceof IndexList l) {
            return "Table[" + of(l.body()) + ", {" + l.index().name() + ", "
                    + of(l.index().extent()) + "}]";
        }
        return e instanceof Plus p ? sum(p) : e instanceof Times t ? product(t) : power((Power) e);
    }

    private static String number(BigFraction value) {
        return isWhole(value) ? value.getNumerator().toString() : value.getNumerator() + "/" + value.getDenominator();
    }

    private static boolean isWhole(BigFraction value) {
        return value.getDenominator().equals(java.math.BigInteger.ONE);
    }

    private static String vector(VectorTerm v) {
        return indexed(v.family(), v.indices());
    }

    private static String sum(Plus plus) {
        StringBuilder text = new StringBuilder();
        for (Expression term : TermOrder.forReading(plus.terms())) {
            boolean negative = Times.number(term).signum() < 0;
            if (!text.isEmpty()) {
                text.append(negative ? " - " : " + ");
            } else if (negative) {
                text.append("-");
            }
            text.append(print(negative ? term.negate() : term, PRODUCT));
        }
        return text.toString();
    }

    private static String product(Times times) {
        BigFraction number = Times.number(times);
        if (number.signum() < 0) {
            return "-" + print(times.negate(), PRODUCT);
        }
        String above = TermOrder.numerator(times).stream()
                .map(factor -> print(factor, PRODUCT))
                .collect(Collectors.joining(" "));
        List<Expression> below = TermOrder.denominator(times);
        if (below.isEmpty()) {
            return above;
        }
        String under = below.stream().map(factor -> print(factor, PRODUCT)).collect(Collectors.joining(" "));
        boolean single = below.size() == 1 && binding(below.get(0)) >= POWER;
        String divisor = single || (below.size() == 1 && binding(below.get(0)) == SUM) ? under : "(" + under + ")";
        return (above.isEmpty() ? "1" : above) + "/" + divisor;
    }

    private static String power(Power power) {
        if (isSquareRoot(power)) {
            return "Sqrt[" + of(power.base()) + "]";
        }
        if (hasNegativeExponent(power)) {
            return "1/" + print(Power.of(power.base(), power.exponent().negate()), POWER);
        }
        return print(power.base(), ATOM) + "^" + print(power.exponent(), ATOM);
    }

    private static boolean isSquareRoot(Power power) {
        return power.exponent().equals(Rational.HALF);
    }

    private static boolean hasNegativeExponent(Power power) {
        return power.exponent() instanceof Rational n && n.value().signum() < 0;
    }
}

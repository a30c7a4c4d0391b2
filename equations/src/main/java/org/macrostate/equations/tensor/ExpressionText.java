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

    private static final ExpressionCases<String> BARE = new ExpressionCases<>() {
        @Override
        public String rational(Rational number) {
            return ExpressionText.number(number.value());
        }

        @Override
        public String constant(Constant constant) {
            return constant.text();
        }

        @Override
        public String symbol(Symbol symbol) {
            return indexed(symbol.name(), symbol.indices());
        }

        @Override
        public String overlap(Overlap overlap) {
            return overlap.block().isEmpty()
                    ? vector(overlap.left()) + "." + vector(overlap.right())
                    : indexed(overlap.left().family() + "." + overlap.right().family(), Indices.of(overlap));
        }

        @Override
        public String field(Field field) {
            return field.block().isEmpty()
                    ? vector(field.vector()) + "." + field.sample()
                    : indexed(field.vector().family() + "." + field.sample(), Indices.of(field));
        }

        @Override
        public String fieldFunction(FieldFunction function) {
            return function.text();
        }

        @Override
        public String delta(Delta delta) {
            IndexTerm left =
                    delta.shift().isNone() ? delta.left() : delta.shift().shown(delta.left());
            return "KroneckerDelta[" + of(left) + "," + of(delta.right()) + "]";
        }

        @Override
        public String plus(Plus sum) {
            return ExpressionText.sum(sum);
        }

        @Override
        public String times(Times product) {
            return ExpressionText.product(product);
        }

        @Override
        public String power(Power power) {
            return ExpressionText.power(power);
        }

        @Override
        public String apply(Apply application) {
            return called(application);
        }

        @Override
        public String sum(IndexSum sum) {
            return BoundedSum.of(sum).map(ExpressionText::bounded).orElseGet(() -> over("Sum", sum));
        }

        @Override
        public String list(IndexList list) {
            return over("Table", list);
        }
    };

    private ExpressionText() {}

    public static String of(Expression expression) {
        return print(Neighbours.shown(expression), LOOSEST);
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
        String text = e.match(BARE);
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

    private static String called(Apply apply) {
        if (ConditionText.isInfix(apply.function())) {
            return ConditionText.of(apply, ExpressionText::print);
        }
        return MatrixFunction.is(apply)
                ? MatrixFunction.text(apply)
                : apply.function().text()
                        + apply.arguments().stream()
                                .map(argument -> print(argument, LOOSEST))
                                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String over(String head, IndexBinder binder) {
        return head + "[" + print(binder.body(), LOOSEST) + ", {"
                + binder.index().name() + ", " + of(binder.index().extent()) + "}]";
    }

    private static String bounded(BoundedSum sum) {
        Expression to = sum.to().orElse(sum.index().extent());
        return "Sum[" + print(sum.body(), LOOSEST) + ", {" + sum.index().name() + ", "
                + sum.from().map(from -> print(from, LOOSEST) + ", ").orElse("") + print(to, LOOSEST) + "}]";
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
            return "Sqrt[" + print(power.base(), LOOSEST) + "]";
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

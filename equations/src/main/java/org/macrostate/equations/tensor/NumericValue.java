package org.macrostate.equations.tensor;

import java.util.Map;
import java.util.Optional;
import org.hipparchus.special.Erf;

/** The value of an expression without sums where its symbols have values. NaN where it is not real. */
public final class NumericValue {
    private final Map<Symbol, Double> values;
    private final ExpressionCases<Double> cases = new Cases();

    private NumericValue(Map<Symbol, Double> values) {
        this.values = values;
    }

    /**
     * Evaluates an expression without sums.
     *
     * @throws IllegalArgumentException if a symbol has no value
     */
    public static double of(Expression expression, Map<Symbol, Double> values) {
        return new NumericValue(values).of(expression);
    }

    private double of(Expression e) {
        return e.match(cases);
    }

    private static NoElementaryForm none(Expression e) {
        return new NoElementaryForm("has no value here: " + ExpressionText.of(e));
    }

    private final class Cases implements ExpressionCases<Double> {
        @Override
        public Double rational(Rational number) {
            return number.value().doubleValue();
        }

        @Override
        public Double constant(Constant constant) {
            return constant.value();
        }

        @Override
        public Double symbol(Symbol symbol) {
            return ofSymbol(symbol);
        }

        @Override
        public Double overlap(Overlap overlap) {
            throw none(overlap);
        }

        @Override
        public Double field(Field field) {
            throw none(field);
        }

        @Override
        public Double fieldFunction(FieldFunction function) {
            throw none(function);
        }

        @Override
        public Double delta(Delta delta) {
            throw none(delta);
        }

        @Override
        public Double plus(Plus sum) {
            return sum.terms().stream().mapToDouble(NumericValue.this::of).sum();
        }

        @Override
        public Double times(Times product) {
            return product.factors().stream().mapToDouble(NumericValue.this::of).reduce(1, (a, b) -> a * b);
        }

        @Override
        public Double power(Power power) {
            return power.exponent().equals(Rational.HALF)
                    ? Math.sqrt(of(power.base()))
                    : Math.pow(of(power.base()), of(power.exponent()));
        }

        @Override
        public Double apply(Apply application) {
            return ofFunction(application);
        }

        @Override
        public Double sum(IndexSum sum) {
            throw none(sum);
        }

        @Override
        public Double list(IndexList list) {
            throw none(list);
        }
    }

    private double ofSymbol(Symbol symbol) {
        Double value = values.get(symbol);
        if (value == null) {
            throw new IllegalArgumentException("no value is given for " + ExpressionText.of(symbol));
        }
        return value;
    }

    private double ofFunction(Apply apply) {
        Optional<Expression> definition = Guarded.definition(apply);
        if (definition.isPresent()) {
            return of(definition.get());
        }
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
            case TANH -> StrictMath.tanh(x);
            case ERF -> Erf.erf(x);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case UNIT_STEP -> x >= 0 ? 1 : 0;
            case RAMP -> Math.max(x, 0);
            case FLOOR -> Math.floor(x);
            case MIN -> apply.arguments().stream().mapToDouble(this::of).min().orElse(x);
            case MAX -> apply.arguments().stream().mapToDouble(this::of).max().orElse(x);
            case MOD -> modulo(x, of(apply.arguments().get(1)));
            case LESS -> x < of(apply.arguments().get(1)) ? 1 : 0;
            case LESS_EQUAL -> x <= of(apply.arguments().get(1)) ? 1 : 0;
            case EQUAL -> x == of(apply.arguments().get(1)) ? 1 : 0;
            case NOT -> 1 - x;
            case AND -> apply.arguments().stream().mapToDouble(this::of).min().orElse(x);
            case OR -> apply.arguments().stream().mapToDouble(this::of).max().orElse(x);
            case IF -> of(apply.arguments().get(x != 0 ? 1 : 2));
            default -> throw new NoElementaryForm("'" + apply.function().text() + "' has no value here");
        };
    }

    private static double modulo(double x, double divisor) {
        return x - divisor * Math.floor(x / divisor);
    }
}

package org.macrostate.equations.tensor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.hipparchus.special.Erf;

/** The {@link Magnitude} of an expression without sums where its symbols have values. */
public final class MagnitudeValue {
    private final Map<Symbol, Double> values;
    private final ExpressionCases<Magnitude> cases = new Cases();

    private MagnitudeValue(Map<Symbol, Double> values) {
        this.values = values;
    }

    /** Unknown also where a symbol has no value, or a function none of this form. */
    public static Magnitude of(Expression expression, Map<Symbol, Double> values) {
        return new MagnitudeValue(values).of(expression);
    }

    private Magnitude of(Expression e) {
        return e.match(cases);
    }

    private Magnitude folded(List<Expression> parts, Magnitude start, BinaryOperator<Magnitude> operation) {
        return parts.stream().map(this::of).reduce(start, operation);
    }

    private final class Cases implements ExpressionCases<Magnitude> {
        @Override
        public Magnitude rational(Rational number) {
            return Magnitude.of(number.value().doubleValue());
        }

        @Override
        public Magnitude constant(Constant constant) {
            return Magnitude.of(constant.value());
        }

        @Override
        public Magnitude symbol(Symbol symbol) {
            return Magnitude.of(values.getOrDefault(symbol, Double.NaN));
        }

        @Override
        public Magnitude overlap(Overlap overlap) {
            return Magnitude.UNKNOWN;
        }

        @Override
        public Magnitude field(Field field) {
            return Magnitude.UNKNOWN;
        }

        @Override
        public Magnitude fieldFunction(FieldFunction function) {
            return Magnitude.UNKNOWN;
        }

        @Override
        public Magnitude delta(Delta delta) {
            return Magnitude.UNKNOWN;
        }

        @Override
        public Magnitude plus(Plus sum) {
            return complement(sum).orElseGet(() -> folded(sum.terms(), Magnitude.ZERO, Magnitude::plus));
        }

        @Override
        public Magnitude times(Times product) {
            return folded(product.factors(), Magnitude.ONE, Magnitude::times);
        }

        @Override
        public Magnitude power(Power power) {
            return of(power.base()).power(of(power.exponent()).value());
        }

        @Override
        public Magnitude apply(Apply application) {
            return ofFunction(application);
        }

        @Override
        public Magnitude sum(IndexSum sum) {
            return Magnitude.UNKNOWN;
        }

        @Override
        public Magnitude list(IndexList list) {
            return Magnitude.UNKNOWN;
        }
    }

    /** {@code 1 ± Erf[x]}, whose difference would be zero far out. */
    private Optional<Magnitude> complement(Plus sum) {
        Expression other = sum.minus(Rational.ONE);
        if (other instanceof Apply a && a.function() == Function.ERF) {
            return Optional.of(of(a.arguments().get(0)).negate().erfc());
        }
        return other.negate() instanceof Apply a && a.function() == Function.ERF
                ? Optional.of(of(a.arguments().get(0)).erfc())
                : Optional.empty();
    }

    private Magnitude ofFunction(Apply apply) {
        Optional<Expression> definition = Guarded.definition(apply);
        if (definition.isPresent()) {
            return of(definition.get());
        }
        List<Expression> all = apply.arguments();
        Magnitude x = of(all.get(0));
        return switch (apply.function()) {
            case EXP -> x.exp();
            case LOG -> x.ln();
            case SINH -> x.sinh();
            case COSH -> x.cosh();
            case SIN -> x.bounded(Math::sin);
            case COS -> x.bounded(Math::cos);
            case ARC_TAN -> x.bounded(Math::atan);
            case TANH -> x.bounded(Math::tanh);
            case ERF -> x.bounded(Erf::erf);
            case ABS -> x.abs();
            case SIGN -> x.signum();
            case UNIT_STEP -> x.step();
            case RAMP -> x.max(Magnitude.ZERO);
            case MIN -> folded(all, x, Magnitude::min);
            case MAX -> folded(all, x, Magnitude::max);
            case LESS -> x.less(of(all.get(1)));
            case LESS_EQUAL -> x.lessEqual(of(all.get(1)));
            case EQUAL -> x.same(of(all.get(1)));
            case AND -> folded(all, x, Magnitude::and);
            case OR -> folded(all, x, Magnitude::or);
            case NOT -> x.not();
            case IF -> x.choose(of(all.get(1)), of(all.get(2)));
            case TAN, ARC_SIN, ARC_COS, MOD, FLOOR, VARIANCE_INVERSE -> Magnitude.UNKNOWN;
            case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS -> Magnitude.UNKNOWN;
            case GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT -> Magnitude.UNKNOWN;
            case MEAN -> Magnitude.UNKNOWN;
        };
    }
}

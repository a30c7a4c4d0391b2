package org.macrostate.equations.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** A function of expressions. */
public record Apply(Function function, List<Expression> arguments) implements Expression {
    /** How the names of places in a {@link Function#GAUSSIAN_MEAN} begin: {@code field_1}, {@code field_4_3}. */
    public static final String PLACE = "field_";

    public Apply {
        arguments = List.copyOf(arguments);
    }

    public static Expression of(Function function, Expression... arguments) {
        return of(function, Arrays.asList(arguments));
    }

    /** The function's value where it is exact (zero arguments, minima and comparisons of numbers), else the application itself. */
    public static Expression of(Function function, List<Expression> arguments) {
        Expression first = arguments.get(0);
        boolean numbers = arguments.stream().allMatch(Rational.class::isInstance);
        if (numbers) {
            List<BigFraction> values =
                    arguments.stream().map(a -> ((Rational) a).value()).toList();
            switch (function) {
                case MIN:
                    return new Rational(
                            values.stream().min(BigFraction::compareTo).orElseThrow());
                case MAX:
                    return new Rational(
                            values.stream().max(BigFraction::compareTo).orElseThrow());
                case ABS:
                    return new Rational(values.get(0).abs());
                case SIGN:
                    return Expression.of(values.get(0).signum());
                default:
                    break;
            }
        }
        Optional<Expression> decided = Decided.of(function, arguments);
        if (decided.isPresent()) {
            return decided.get();
        }
        return switch (function) {
            case SIN, TAN, ARC_SIN, ARC_TAN, SINH, TANH, ERF ->
                first.isZero() ? Rational.ZERO : new Apply(function, arguments);
            case EXP, COS, COSH -> first.isZero() ? Rational.ONE : new Apply(function, arguments);
            case LOG -> first.isOne() ? Rational.ZERO : new Apply(function, arguments);
            default -> new Apply(function, arguments);
        };
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.apply(this);
    }

    @Override
    public List<Expression> children() {
        return arguments;
    }
}

package org.macrostate.equations.tensor;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Exact values of functions, conditions and choices whose arguments are numbers. They arise when a random factor is replaced
 * by one of its values: {@code If[2 == 1, f, g]} is g, and no part of f is averaged.
 */
final class Decided {
    private Decided() {}

    /** The value; empty if an argument is no number. */
    static Optional<Expression> of(Function function, List<Expression> arguments) {
        Expression first = arguments.get(0);
        return switch (function) {
            case LESS, LESS_EQUAL, EQUAL -> compared(function, first, arguments.get(1));
            case AND -> joined(Function.AND, arguments, Rational.ONE, Rational.ZERO);
            case OR -> joined(Function.OR, arguments, Rational.ZERO, Rational.ONE);
            case NOT -> isDecided(first) ? Optional.of(truth(first.isZero())) : Optional.empty();
            case IF -> chosen(arguments);
            case UNIT_STEP -> number(first).map(x -> truth(x.signum() >= 0));
            case RAMP -> number(first).map(x -> x.signum() > 0 ? first : Rational.ZERO);
            case FLOOR -> number(first).map(x -> new Rational(new BigFraction(floor(x))));
            case ABS -> number(first).map(x -> new Rational(x.abs()));
            case SIGN -> number(first).map(x -> Expression.of(x.signum()));
            case MIN -> numbers(arguments).map(all -> new Rational(Collections.min(all)));
            case MAX -> numbers(arguments).map(all -> new Rational(Collections.max(all)));
            case SIN, TAN, ARC_SIN, ARC_TAN, SINH, TANH, ERF -> valueAt(Rational.ZERO, first, Rational.ZERO);
            case EXP, COS, COSH -> valueAt(Rational.ZERO, first, Rational.ONE);
            case LOG -> valueAt(Rational.ONE, first, Rational.ZERO);
            case ARC_COS, MOD, VARIANCE_INVERSE, VARIANCE_ROOT, VARIANCE_INVERSE_ROOT -> Optional.empty();
            case DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS, GAUSSIAN_MEAN, BEST_PAIRING -> Optional.empty();
            case PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT, MEAN -> Optional.empty();
        };
    }

    private static Optional<Expression> compared(Function function, Expression left, Expression right) {
        if (left.equals(right)) {
            return Optional.of(truth(function != Function.LESS));
        }
        return number(left).flatMap(a -> number(right).map(b -> {
            int order = a.compareTo(b);
            return truth(
                    switch (function) {
                        case LESS -> order < 0;
                        case LESS_EQUAL -> order <= 0;
                        case EQUAL -> order == 0;
                        default -> throw new IllegalArgumentException("no comparison: " + function);
                    });
        }));
    }

    /** @param neutral what changes nothing, and {@code decisive} what decides by itself */
    private static Optional<Expression> joined(
            Function function, List<Expression> conditions, Expression neutral, Expression decisive) {
        if (conditions.contains(decisive)) {
            return Optional.of(decisive);
        }
        List<Expression> open =
                conditions.stream().filter(c -> !c.equals(neutral)).toList();
        if (open.size() == conditions.size()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (open.size()) {
                    case 0 -> neutral;
                    case 1 -> open.get(0);
                    default -> new Apply(function, open);
                });
    }

    private static Optional<Expression> chosen(List<Expression> arguments) {
        if (arguments.get(1).equals(arguments.get(2))) {
            return Optional.of(arguments.get(1));
        }
        Expression condition = arguments.get(0);
        return isDecided(condition) ? Optional.of(arguments.get(condition.isZero() ? 2 : 1)) : Optional.empty();
    }

    private static boolean isDecided(Expression condition) {
        return condition.isZero() || condition.isOne();
    }

    private static Expression truth(boolean holds) {
        return holds ? Rational.ONE : Rational.ZERO;
    }

    private static Optional<Expression> valueAt(Expression place, Expression argument, Expression value) {
        return argument.equals(place) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<List<BigFraction>> numbers(List<Expression> all) {
        return all.stream().allMatch(Rational.class::isInstance)
                ? Optional.of(all.stream().map(e -> ((Rational) e).value()).toList())
                : Optional.empty();
    }

    private static Optional<BigFraction> number(Expression e) {
        return e instanceof Rational rational ? Optional.of(rational.value()) : Optional.empty();
    }

    private static BigInteger floor(BigFraction x) {
        BigInteger[] parts = x.getNumerator().divideAndRemainder(x.getDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}

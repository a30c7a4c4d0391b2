package org.macrostate.equations.gaussian;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * Products of functions with a kink at the zero of one and the same form u: each is a multiple of a power of u above zero, and
 * another multiple below, and so is their product. {@code θ(u) θ(−u) = 0}, {@code θ(u)² = θ(u)}, {@code θ(u) Ramp[2 u] = 2 Ramp[u]},
 * {@code |u| Sign[u] = u}. Equal but where u is zero, which has no weight.
 */
final class StepProducts {
    private static final Set<Function> STEPS = Set.of(Function.SIGN, Function.UNIT_STEP, Function.ABS, Function.RAMP);

    private final Covariance covariance;
    private final Predicate<Expression> discrete;

    /** @param discrete holds of factors without a density: functions of such are left alone */
    StepProducts(Covariance covariance, Predicate<Expression> discrete) {
        this.covariance = covariance;
        this.discrete = discrete;
    }

    /**
     * A function of u on either side of zero.
     *
     * @param above what u to the power of {@code degree} is multiplied by where u is positive
     */
    private record Sides(Rational above, Rational below, int degree) {
        Sides times(Sides other) {
            return new Sides(times(above, other.above), times(below, other.below), degree + other.degree);
        }

        private static Rational times(Rational a, Rational b) {
            return new Rational(a.value().multiply(b.value()));
        }

        private static Rational negative(Rational a) {
            return new Rational(a.value().negate());
        }

        static Sides of(Function function, Rational c) {
            boolean positive = c.value().signum() > 0;
            Rational size = positive ? c : negative(c);
            Rational sign = positive ? Rational.ONE : Rational.MINUS_ONE;
            return switch (function) {
                case SIGN -> new Sides(sign, negative(sign), 0);
                case ABS -> new Sides(size, negative(size), 1);
                case UNIT_STEP ->
                    positive ? new Sides(Rational.ONE, Rational.ZERO, 0) : new Sides(Rational.ZERO, Rational.ONE, 0);
                case RAMP -> positive ? new Sides(c, Rational.ZERO, 1) : new Sides(Rational.ZERO, c, 1);
                default -> throw new IllegalArgumentException(function + " is no step");
            };
        }

        /** As one function with a kink, or none. */
        Expression expression(Expression u) {
            if (above.equals(below)) {
                return above.times(Power.of(u, degree));
            }
            if (below.isZero()) {
                return above.times(degree == 0 ? Apply.of(Function.UNIT_STEP, u) : Power.of(ramp(u), degree));
            }
            if (above.isZero()) {
                Expression minus = u.negate();
                return degree == 0
                        ? below.times(Apply.of(Function.UNIT_STEP, minus))
                        : (degree % 2 == 0 ? below : negative(below)).times(Power.of(ramp(minus), degree));
            }
            Expression size = Apply.of(Function.ABS, u);
            if (degree % 2 == 1) {
                return above.times(Power.of(size, degree));
            }
            return degree == 0
                    ? above.times(Apply.of(Function.SIGN, u))
                    : Times.of(above, size, Power.of(u, degree - 1));
        }

        private static Expression ramp(Expression u) {
            return Apply.of(Function.RAMP, u);
        }
    }

    /** The product with one function for each form; empty if no form has functions that are worth it. */
    Optional<Expression> reduced(List<Expression> factors) {
        Map<AffineForm, List<Expression>> byForm = new LinkedHashMap<>();
        Map<AffineForm, Sides> sides = new LinkedHashMap<>();
        List<Expression> rest = new ArrayList<>();
        for (Expression factor : factors) {
            Optional<AffineForm> u = argument(factor);
            if (u.isEmpty()) {
                rest.add(factor);
                continue;
            }
            byForm.computeIfAbsent(u.get().normal(), form -> new ArrayList<>()).add(factor);
            Apply step = base(factor);
            Sides own = Sides.of(step.function(), u.get().leading());
            for (int i = 0; i < power(factor).orElse(1); i++) {
                sides.merge(u.get().normal(), own, Sides::times);
            }
        }
        boolean any = false;
        for (Map.Entry<AffineForm, List<Expression>> entry : byForm.entrySet()) {
            boolean worth = isWorth(entry.getValue());
            any |= worth;
            if (worth) {
                rest.add(requireNonNull(sides.get(entry.getKey()))
                        .expression(entry.getKey().expression()));
            } else {
                rest.addAll(entry.getValue());
            }
        }
        return any ? Optional.of(Times.of(rest)) : Optional.empty();
    }

    /** Different functions, or a power of a step; powers of one ramp, size or sign stay as they are. */
    private static boolean isWorth(List<Expression> factors) {
        boolean different = factors.stream().map(StepProducts::base).distinct().count() > 1;
        Apply first = base(factors.get(0));
        boolean repeated = factors.size() > 1 || power(factors.get(0)).orElse(1) > 1;
        return different || (first.function() == Function.UNIT_STEP && repeated);
    }

    /** What a step is a function of; empty for anything else. */
    private Optional<AffineForm> argument(Expression factor) {
        boolean step = (factor instanceof Apply || power(factor).isPresent())
                && core(factor) instanceof Apply a
                && STEPS.contains(a.function())
                && !Expansion.contains(factor, discrete);
        return step ? AffineForm.of(base(factor).arguments().get(0), covariance) : Optional.empty();
    }

    private static Expression core(Expression factor) {
        return factor instanceof Power p ? p.base() : factor;
    }

    private static Apply base(Expression factor) {
        return (Apply) core(factor);
    }

    /** The exponent of a whole, positive power. */
    private static OptionalInt power(Expression factor) {
        return factor instanceof Power p
                        && p.exponent() instanceof Rational n
                        && n.value().signum() > 0
                        && n.value().getDenominator().equals(java.math.BigInteger.ONE)
                ? OptionalInt.of(n.value().getNumeratorAsInt())
                : OptionalInt.empty();
    }
}

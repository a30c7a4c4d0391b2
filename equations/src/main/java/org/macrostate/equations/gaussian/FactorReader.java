package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * Reads functions of fields as sums of products of the basic factors: {@code UnitStep = (1 + sign)/2}, {@code Ramp(h) =
 * h UnitStep(h)}, {@code Abs(h) = h sign(h)}, {@code Exp(−a h²)} of width 1/(2a), {@code Erf(c h)} of spread 1/(2c²).
 */
final class FactorReader {
    private final Covariance covariance;

    FactorReader(Covariance covariance) {
        this.covariance = covariance;
    }

    /** The factor as a sum of products, or empty if it is not of these functions. */
    Optional<List<Product>> read(Expression factor) {
        if (covariance.isVariable(factor)) {
            return LinearForm.of(factor, covariance).map(h -> List.of(single(new Factor.Linear(h))));
        }
        if (!(factor instanceof Apply apply) || apply.arguments().size() != 1) {
            return Optional.empty();
        }
        Expression argument = apply.arguments().get(0);
        return switch (apply.function()) {
            case EXP -> bells(argument);
            case ERF -> form(argument).map(h -> List.of(single(errorFunction(h))));
            case SIGN -> form(argument).map(h -> List.of(single(new Factor.Sign(h))));
            case UNIT_STEP -> form(argument).map(FactorReader::step);
            case RAMP -> form(argument).map(h -> times(new Factor.Linear(h), step(h)));
            case ABS -> form(argument).map(h -> times(new Factor.Linear(h), List.of(single(new Factor.Sign(h)))));
            default -> Optional.empty();
        };
    }

    private Optional<LinearForm> form(Expression argument) {
        return LinearForm.of(argument, covariance);
    }

    private static Product single(Factor factor) {
        return new Product(Rational.ONE, List.of(factor));
    }

    /** A positive number in front of a single variable goes into the spread, which keeps the formulas short. */
    private static Factor errorFunction(LinearForm h) {
        if (h.terms().size() == 1) {
            Expression c = h.terms().get(0).coefficient();
            if (isPositiveNumber(c)) {
                Expression spread = Power.of(Expression.of(2).times(Power.of(c, 2)), -1);
                return new Factor.ErrorFunction(h.scaled(Power.of(c, -1)), spread);
            }
        }
        return new Factor.ErrorFunction(h, Rational.HALF);
    }

    private static boolean isPositiveNumber(Expression c) {
        if (c instanceof Rational r) {
            return r.value().signum() > 0;
        }
        return c instanceof Constant
                || (c instanceof Power p && isPositiveNumber(p.base()))
                || (c instanceof Times t && t.factors().stream().allMatch(FactorReader::isPositiveNumber));
    }

    private static List<Product> step(LinearForm h) {
        return List.of(new Product(Rational.HALF, List.of()), new Product(Rational.HALF, List.of(new Factor.Sign(h))));
    }

    private static List<Product> times(Factor factor, List<Product> products) {
        return products.stream().map(single(factor)::times).toList();
    }

    /**
     * An exponent that is a quadratic form of variables, without sums over indices; a product of two different ones is
     * {@code h g = ((h + g)² − (h − g)²)/4}.
     */
    private Optional<List<Product>> bells(Expression exponent) {
        List<Factor> bells = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(exponent, covariance::isVariable)) {
            TailGrowth.refuse(exponent, m, covariance);
            boolean quadratic = m.sums().isEmpty()
                    && m.factors().size() == 2
                    && m.factors().stream().allMatch(covariance::isVariable);
            if (!quadratic) {
                return Optional.empty();
            }
            Expression h = m.factors().get(0);
            Expression g = m.factors().get(1);
            if (h.equals(g)) {
                bell(h, m.coefficient(), bells);
            } else {
                Expression quarter = m.coefficient().over(Expression.of(4));
                bell(h.plus(g), quarter, bells);
                bell(h.minus(g), quarter.negate(), bells);
            }
        }
        return bells.isEmpty() ? Optional.empty() : Optional.of(List.of(new Product(Rational.ONE, bells)));
    }

    /** exp(c h²). */
    private void bell(Expression h, Expression c, List<Factor> bells) {
        Expression width = Power.of(c.times(Expression.of(-2)), -1);
        form(h).ifPresent(linear -> bells.add(new Factor.Bell(linear, width)));
    }
}

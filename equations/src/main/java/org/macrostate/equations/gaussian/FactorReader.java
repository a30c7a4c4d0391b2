package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
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
            case SIGN -> form(argument).map(h -> List.of(sign(h)));
            case UNIT_STEP -> form(argument).map(FactorReader::step);
            case RAMP -> form(argument).map(h -> times(new Factor.Linear(h), step(h)));
            case ABS -> form(argument).map(h -> times(new Factor.Linear(h), List.of(sign(h))));
            case LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, MIN, MAX, MOD -> Optional.empty();
            case FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT, IF, VARIANCE_INVERSE -> Optional.empty();
            case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS -> Optional.empty();
            case GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT -> Optional.empty();
            case MEAN -> Optional.empty();
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

    /** Signs of multiples are equal or opposite. */
    private static Product sign(LinearForm h) {
        if (h.terms().isEmpty()) {
            return single(new Factor.Sign(h));
        }
        return new Product(Expression.of(h.leading().value().signum()), List.of(new Factor.Sign(h.normal())));
    }

    private static List<Product> step(LinearForm h) {
        return times(Rational.HALF, List.of(new Product(Rational.ONE, List.of()), sign(h)));
    }

    private static List<Product> times(Expression number, List<Product> products) {
        return products.stream()
                .map(product -> new Product(number.times(product.coefficient()), product.factors()))
                .toList();
    }

    private static List<Product> times(Factor factor, List<Product> products) {
        return products.stream().map(single(factor)::times).toList();
    }

    /** An exponent that is a sum of squares of centred forms. */
    private Optional<List<Product>> bells(Expression exponent) {
        Optional<QuadraticExponent> quadratic = QuadraticExponent.of(exponent, covariance);
        if (quadratic.isEmpty() || !quadratic.get().rest().isZero()) {
            return Optional.empty();
        }
        List<Factor> bells = new ArrayList<>();
        for (QuadraticExponent.Square square : quadratic.get().squares()) {
            if (!square.root().mean().isZero()) {
                return Optional.empty();
            }
            bells.add(new Factor.Bell(square.root().form(), square.width()));
        }
        return bells.isEmpty() ? Optional.empty() : Optional.of(List.of(new Product(Rational.ONE, bells)));
    }
}

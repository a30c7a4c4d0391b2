package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;

/**
 * Reads functions of fields as sums of products of the basic factors: {@code UnitStep = (1 + sign)/2}, {@code Ramp(h) =
 * h UnitStep(h)}, {@code Abs(h) = h sign(h)}, {@code Exp(−a h²) = exp(−(√(2a) h)²/2)}.
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
            case ERF -> form(argument).map(h -> List.of(single(new Factor.ErrorFunction(h))));
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
        return new Product(Expression.ONE, List.of(factor));
    }

    private static List<Product> step(LinearForm h) {
        return List.of(
                new Product(Expression.HALF, List.of()), new Product(Expression.HALF, List.of(new Factor.Sign(h))));
    }

    private static List<Product> times(Factor factor, List<Product> products) {
        return products.stream().map(single(factor)::times).toList();
    }

    /** An exponent that is minus a sum of squares of variables, without sums over indices. */
    private Optional<List<Product>> bells(Expression exponent) {
        List<Factor> bells = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(exponent, covariance::isVariable)) {
            boolean square = m.sums().isEmpty()
                    && m.factors().size() == 2
                    && m.factors().get(0).equals(m.factors().get(1))
                    && covariance.isVariable(m.factors().get(0));
            if (!square) {
                return Optional.empty();
            }
            Expression width = Power.sqrt(m.coefficient().times(Expression.of(-2)));
            form(m.factors().get(0)).ifPresent(h -> bells.add(new Factor.Bell(h.scaled(width))));
        }
        return bells.isEmpty() ? Optional.empty() : Optional.of(List.of(new Product(Expression.ONE, bells)));
    }
}

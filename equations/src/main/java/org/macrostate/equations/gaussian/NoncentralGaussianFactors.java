package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/** Reads functions of variables with means as sums of products: {@code UnitStep[u] = (1 + sign u)/2}, {@code Ramp[u] = u UnitStep[u]}. */
final class NoncentralGaussianFactors {
    private final Covariance covariance;

    NoncentralGaussianFactors(Covariance covariance) {
        this.covariance = covariance;
    }

    /** The factor as a sum of products, or empty if it is not of these functions. */
    Optional<List<NoncentralGaussianProduct>> read(Expression factor) {
        if (covariance.isVariable(factor)) {
            return form(factor).map(u -> List.of(NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Linear(u))));
        }
        if (!(factor instanceof Apply apply) || apply.arguments().size() != 1) {
            return Optional.empty();
        }
        Expression argument = apply.arguments().get(0);
        return switch (apply.function()) {
            case SIGN -> form(argument).map(u -> List.of(sign(u)));
            case UNIT_STEP -> form(argument).map(NoncentralGaussianFactors::step);
            case RAMP -> form(argument).map(u -> NoncentralGaussianProduct.products(List.of(linear(u)), step(u)));
            case ABS -> form(argument).map(u -> List.of(linear(u).times(sign(u))));
            case ERF ->
                form(argument)
                        .map(u -> List.of(NoncentralGaussianProduct.of(new NoncentralGaussianFactor.ErrorFunction(u))));
            case EXP -> exponential(argument).map(List::of);
            default -> Optional.empty();
        };
    }

    private Optional<AffineForm> form(Expression argument) {
        return AffineForm.of(argument, covariance);
    }

    private static NoncentralGaussianProduct linear(AffineForm u) {
        return NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Linear(u));
    }

    /** Signs of multiples are equal or opposite. */
    private static NoncentralGaussianProduct sign(AffineForm u) {
        Expression side = Expression.of(u.leading().value().signum());
        return NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Sign(u.normal()))
                .times(side);
    }

    private static List<NoncentralGaussianProduct> step(AffineForm u) {
        return List.of(NoncentralGaussianProduct.ONE.times(Rational.HALF), sign(u).times(Rational.HALF));
    }

    /** The exponential of a quadratic polynomial in the variables, without sums over products of them. */
    private Optional<NoncentralGaussianProduct> exponential(Expression exponent) {
        NoncentralGaussianProduct product = NoncentralGaussianProduct.ONE;
        List<Expression> linear = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(exponent, covariance::isVariable)) {
            TailGrowth.refuse(exponent, m, covariance);
            boolean polynomial = m.factors().stream().allMatch(covariance::isVariable);
            if (!polynomial
                    || m.factors().size() > 2
                    || (m.factors().size() == 2 && !m.sums().isEmpty())) {
                return Optional.empty();
            }
            if (m.factors().size() == 2) {
                product = product.times(square(m));
            } else {
                List<Expression> term = new ArrayList<>(m.factors());
                term.add(m.coefficient());
                linear.add(IndexSum.of(m.sums(), Times.of(term)));
            }
        }
        Optional<AffineForm> u = form(Plus.of(linear));
        return Optional.of(
                u.isEmpty()
                        ? product.times(Apply.of(Function.EXP, Plus.of(linear)))
                        : product.times(
                                NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Exponential(u.get()))));
    }

    /** exp(c h g), with {@code h g = ((h + g)² − (h − g)²)/4}. */
    private NoncentralGaussianProduct square(Expansion.Monomial m) {
        Expression h = m.factors().get(0);
        Expression g = m.factors().get(1);
        if (h.equals(g)) {
            return bell(h, m.coefficient());
        }
        Expression quarter = m.coefficient().over(Expression.of(4));
        return bell(h.plus(g), quarter).times(bell(h.minus(g), quarter.negate()));
    }

    /** exp(c u²). */
    private NoncentralGaussianProduct bell(Expression u, Expression c) {
        Expression width = Power.of(c.times(Expression.of(-2)), -1);
        return form(u).map(form -> NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Bell(form, width)))
                .orElseThrow();
    }
}

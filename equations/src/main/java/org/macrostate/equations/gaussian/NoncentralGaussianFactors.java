package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;

/** Reads functions of variables with means as sums of products: {@code UnitStep[u] = (1 + sign u)/2}, {@code Ramp[u] = u UnitStep[u]}. */
final class NoncentralGaussianFactors {
    private final Covariance covariance;

    NoncentralGaussianFactors(Covariance covariance) {
        this.covariance = covariance;
    }

    /** The factor as a sum of products, or empty if it is not of these functions. */
    Optional<List<NoncentralGaussianProduct>> read(Expression factor) {
        if (covariance.isVariable(factor) || factor instanceof Plus) {
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
            case LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, MIN, MAX, MOD -> Optional.empty();
            case FLOOR, LESS, LESS_EQUAL, EQUAL, AND, OR, NOT, IF, VARIANCE_INVERSE -> Optional.empty();
            case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS -> Optional.empty();
            case GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT -> Optional.empty();
            case MEAN -> Optional.empty();
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
        Optional<QuadraticExponent> quadratic = QuadraticExponent.of(exponent, covariance);
        if (quadratic.isEmpty()) {
            return Optional.empty();
        }
        NoncentralGaussianProduct product = NoncentralGaussianProduct.ONE;
        for (QuadraticExponent.Square square : quadratic.get().squares()) {
            product = product.times(
                    NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Bell(square.root(), square.width())));
        }
        Expression rest = quadratic.get().rest();
        Optional<AffineForm> u = form(rest);
        return Optional.of(
                u.isEmpty()
                        ? product.times(Apply.of(Function.EXP, rest))
                        : product.times(
                                NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Exponential(u.get()))));
    }
}

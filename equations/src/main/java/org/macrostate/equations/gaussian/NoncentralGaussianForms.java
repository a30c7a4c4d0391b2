package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/**
 * Variables with means, as in a Gaussian mixture: polynomials, exponentials and bells times one sign, step, ramp, absolute
 * value or error function, or several on one variable. Exponentials and bells move the means, Stein's lemma with means
 * {@code E[u f] = E[u] E[f] + Σ_j C(u, g_j) E[∂_j f]} removes linear factors, and what is left is the error function that a
 * sign has as its mean (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.2).
 */
public final class NoncentralGaussianForms implements ExpectationRule {
    private static final String CITATION = "mean of a sign: error function (Abramowitz and Stegun 26.2)";
    private final PartNames names;

    public NoncentralGaussianForms(PartNames names) {
        this.names = names;
    }

    @Override
    public String citation() {
        return String.join("; ", Stein.CITATION, Tilting.CITATION, Conditioning.CITATION, CITATION);
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        NoncentralGaussianFactors reader = new NoncentralGaussianFactors(covariance);
        List<NoncentralGaussianProduct> products = List.of(NoncentralGaussianProduct.ONE);
        for (Expression factor : factors) {
            Optional<List<NoncentralGaussianProduct>> read = reader.read(factor);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            products = NoncentralGaussianProduct.products(products, read.get());
        }
        return sum(products, new NoncentralGaussianLaw(covariance, names));
    }

    private static Optional<Expression> sum(List<NoncentralGaussianProduct> products, NoncentralGaussianLaw law) {
        List<Expression> terms = new ArrayList<>();
        for (NoncentralGaussianProduct product : products) {
            Optional<Expression> mean = mean(product, law);
            if (mean.isEmpty()) {
                return Optional.empty();
            }
            terms.add(mean.get());
        }
        return Optional.of(Plus.of(terms));
    }

    private static Optional<Expression> mean(NoncentralGaussianProduct product, NoncentralGaussianLaw law) {
        for (NoncentralGaussianFactor factor : product.factors()) {
            NoncentralGaussianProduct rest = product.without(factor);
            if (factor instanceof NoncentralGaussianFactor.Exponential exp) {
                return mean(rest, law.weighted(exp.form())).map(law.exponential(exp.form())::times);
            }
            if (factor instanceof NoncentralGaussianFactor.Bell bell) {
                return mean(rest, law.tilted(bell.form(), bell.width()))
                        .map(law.bell(bell.form(), bell.width())::times);
            }
            if (factor instanceof NoncentralGaussianFactor.Dirac dirac) {
                return mean(rest, law.given(dirac.form())).map(law.density(dirac.form())::times);
            }
        }
        for (NoncentralGaussianFactor factor : product.factors()) {
            if (factor instanceof NoncentralGaussianFactor.Linear linear) {
                return stein(product.without(linear), linear.form(), law);
            }
        }
        return switch (product.factors().size()) {
            case 0 -> Optional.of(product.coefficient());
            case 1 -> law.mean(product.factors().get(0)).map(product.coefficient()::times);
            case 2, 3, 4 -> law.signs(product.factors()).map(product.coefficient()::times);
            default -> Optional.empty();
        };
    }

    private static Optional<Expression> stein(NoncentralGaussianProduct rest, AffineForm u, NoncentralGaussianLaw law) {
        List<NoncentralGaussianProduct> products = new ArrayList<>();
        products.add(rest.times(law.mean(u)));
        for (int i = 0; i < rest.factors().size(); i++) {
            NoncentralGaussianFactor factor = rest.factors().get(i);
            List<NoncentralGaussianFactor> others = new ArrayList<>(rest.factors());
            others.remove(i);
            Expression covariance = law.covariance(u, factor.form());
            products.add(new NoncentralGaussianProduct(rest.coefficient().times(covariance), others)
                    .times(derivative(factor)));
        }
        products.removeIf(product -> product.coefficient().isZero());
        return sum(products, law);
    }

    private static NoncentralGaussianProduct derivative(NoncentralGaussianFactor factor) {
        if (factor instanceof NoncentralGaussianFactor.Sign sign) {
            return NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Dirac(sign.form()))
                    .times(Expression.of(2));
        }
        if (factor instanceof NoncentralGaussianFactor.ErrorFunction erf) {
            Expression slope = Expression.of(2).over(Power.sqrt(Constant.PI));
            return NoncentralGaussianProduct.of(new NoncentralGaussianFactor.Bell(erf.form(), Rational.HALF))
                    .times(slope);
        }
        return NoncentralGaussianProduct.ONE;
    }
}

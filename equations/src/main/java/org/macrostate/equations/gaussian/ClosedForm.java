package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;

/**
 * Products of polynomials, erf, sign, steps, ramps and bells in closed form: bells and Dirac's deltas change the law,
 * Stein's lemma removes polynomial factors, and what remains are the two-point arcsine laws.
 */
public final class ClosedForm implements ExpectationRule {
    @Override
    public String citation() {
        return Tilting.CITATION + "; " + Stein.CITATION + "; " + ArcsineLaw.CITATION;
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        FactorReader reader = new FactorReader(covariance);
        List<Product> products = List.of(Product.ONE);
        for (Expression factor : factors) {
            Optional<List<Product>> read = reader.read(factor);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            List<Product> longer = new ArrayList<>();
            products.forEach(left -> read.get().forEach(right -> longer.add(left.times(right))));
            products = longer;
        }
        return sum(products, new GaussianLaw(covariance));
    }

    private static Optional<Expression> sum(List<Product> products, GaussianLaw law) {
        List<Expression> terms = new ArrayList<>();
        for (Product product : products) {
            Optional<Expression> mean = mean(product, law);
            if (mean.isEmpty()) {
                return Optional.empty();
            }
            terms.add(mean.get());
        }
        return Optional.of(Plus.of(terms));
    }

    /** E[product] under the law. */
    static Optional<Expression> mean(Product product, GaussianLaw law) {
        for (Factor factor : product.factors()) {
            if (factor instanceof Factor.Bell bell) {
                return Tilting.remove(product, bell, law);
            }
        }
        for (Factor factor : product.factors()) {
            if (factor instanceof Factor.Dirac dirac) {
                return Conditioning.remove(product, dirac, law);
            }
        }
        long odd = product.factors().stream()
                .filter(f -> !(f instanceof Factor.Dirac))
                .count();
        if (odd % 2 == 1) {
            return Optional.of(Expression.ZERO);
        }
        for (Factor factor : product.factors()) {
            if (factor instanceof Factor.Linear linear) {
                return Stein.remove(product, linear, law);
            }
        }
        return ArcsineLaw.of(product, law);
    }
}

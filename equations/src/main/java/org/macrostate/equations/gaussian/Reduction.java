package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;

/**
 * Takes factors out of an expectation one after another until a base case is left: bells and Dirac's deltas change the
 * law, products of an odd number of odd functions vanish, Stein's lemma removes linear factors.
 */
record Reduction(BaseCase base, PartNames names) {

    /** E[∏ factors], or empty if a factor is not of these functions or the base case does not apply. */
    Optional<Expression> mean(List<Expression> factors, Covariance covariance) {
        return mean(Product.ONE, factors, covariance);
    }

    /** E[given ∏ factors], likewise. */
    Optional<Expression> mean(Product given, List<Expression> factors, Covariance covariance) {
        FactorReader reader = new FactorReader(covariance);
        List<Product> products = List.of(given);
        for (Expression factor : factors) {
            Optional<List<Product>> read = reader.read(factor);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            List<Product> longer = new ArrayList<>();
            products.forEach(left -> read.get().forEach(right -> longer.add(left.times(right))));
            products = longer;
        }
        return sum(products, new GaussianLaw(covariance, names));
    }

    private Optional<Expression> sum(List<Product> products, GaussianLaw law) {
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
    Optional<Expression> mean(Product product, GaussianLaw law) {
        for (Factor factor : product.factors()) {
            if (factor instanceof Factor.Sign sign && Collections.frequency(product.factors(), sign) > 1) {
                return squared(product, sign, law);
            }
        }
        for (Factor factor : product.factors()) {
            if (factor instanceof Factor.Bell bell) {
                return Tilting.remove(product, bell, law, this);
            }
        }
        for (Factor factor : product.factors()) {
            if (factor instanceof Factor.Dirac dirac) {
                return Conditioning.remove(product, dirac, law, this);
            }
        }
        // Linear, error and sign factors are left: all of them odd.
        if (product.factors().size() % 2 == 1) {
            return Optional.of(Rational.ZERO);
        }
        for (Factor factor : product.factors()) {
            if (factor instanceof Factor.Linear linear) {
                return Stein.remove(product, linear, law, this);
            }
        }
        return base.of(product, law);
    }

    /** sign² is one, but for the sign of nothing. */
    private Optional<Expression> squared(Product product, Factor.Sign sign, GaussianLaw law) {
        List<Factor> rest = new ArrayList<>(product.factors());
        rest.remove(sign);
        rest.remove(sign);
        Optional<Expression> mean = mean(new Product(product.coefficient(), rest), law);
        boolean zeroAnyway = rest.stream()
                .anyMatch(f -> f instanceof Factor.Linear linear
                        && linear.form().normal().equals(sign.form().normal()));
        return zeroAnyway ? mean : mean.map(value -> law.where(sign.form(), value));
    }
}

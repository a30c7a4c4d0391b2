package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** {@code E[h f(g)] = Σ_j C(h, g_j) E[∂_j f]}. C. Stein, Ann. Stat. 9, 1135 (1981). */
final class Stein {
    static final String CITATION = "Stein's lemma (Ann. Stat. 9, 1135, 1981)";

    private Stein() {}

    static Optional<Expression> remove(Product product, Factor.Linear h, GaussianLaw law, Reduction reduction) {
        List<Expression> terms = new ArrayList<>();
        Product rest = new Product(product.coefficient(), product.without(h));
        for (Factor factor : rest.factors()) {
            Expression covariance = law.covariance(h.form(), factor.form());
            Product derivative = derivative(factor).times(new Product(rest.coefficient(), rest.without(factor)));
            Optional<Expression> mean =
                    covariance.isZero() ? Optional.of(Rational.ZERO) : reduction.mean(derivative, law);
            if (mean.isEmpty()) {
                return Optional.empty();
            }
            terms.add(covariance.times(mean.get()));
        }
        return Optional.of(Plus.of(terms));
    }

    /** The derivative of a factor by its own linear form; bells and deltas are gone by now. */
    private static Product derivative(Factor factor) {
        if (factor instanceof Factor.ErrorFunction erf) {
            Expression slope = Power.sqrt(Expression.of(2)).over(Power.sqrt(Constant.PI.times(erf.spread())));
            return new Product(slope, List.of(new Factor.Bell(erf.form(), erf.spread())));
        }
        if (factor instanceof Factor.Sign sign) {
            return new Product(Expression.of(2), List.of(new Factor.Dirac(sign.form())));
        }
        return Product.ONE;
    }
}

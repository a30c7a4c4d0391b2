package org.macrostate.equations.gaussian;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;

/**
 * {@code E[exp(−h²/(2s)) f] = √(s/(s + C_hh)) E'[f]}, where E' has the covariance {@code C − C h hᵀ C/(s + C_hh)}.
 */
final class Tilting {
    static final String CITATION = "completing the square (tilted covariance)";

    private Tilting() {}

    static Optional<Expression> remove(Product product, Factor.Bell bell, GaussianLaw law, Reduction reduction) {
        LinearForm h = bell.form();
        Expression s = bell.width();
        Expression norm = Power.sqrt(s).over(Power.sqrt(s.plus(law.variance(h))));
        return reduction
                .mean(new Product(product.coefficient(), product.without(bell)), law.tilted(h, s))
                .map(norm::times);
    }
}

package org.macrostate.equations.gaussian;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/**
 * {@code E[exp(−h²/(2s)) f] = E'[f]/√(1 + C_hh/s)}, where E' has the covariance {@code C − C h hᵀ C/(s + C_hh)}.
 */
final class Tilting {
    static final String CITATION = "completing the square (tilted covariance)";

    private Tilting() {}

    static Optional<Expression> remove(Product product, Factor.Bell bell, GaussianLaw law, Reduction reduction) {
        LinearForm h = bell.form();
        Expression s = bell.width();
        Expression norm = Power.of(Power.sqrt(Rational.ONE.plus(law.variance(h).over(s))), -1);
        return reduction
                .mean(new Product(product.coefficient(), product.without(bell)), law.tilted(h, s))
                .map(norm::times);
    }
}

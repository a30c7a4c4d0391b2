package org.macrostate.equations.gaussian;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;

/** {@code E[exp(−h²/2) f] = E'[f]/√(1 + C_hh)}, where E' has the covariance {@code C − C h hᵀ C/(1 + C_hh)}. */
final class Tilting {
    static final String CITATION = "completing the square (tilted covariance)";

    private Tilting() {}

    static Optional<Expression> remove(Product product, Factor.Bell bell, GaussianLaw law) {
        LinearForm h = bell.form();
        Expression norm = Power.of(Power.sqrt(Expression.ONE.plus(law.variance(h))), -1);
        return ClosedForm.mean(new Product(product.coefficient(), product.without(bell)), law.tilted(h))
                .map(norm::times);
    }
}

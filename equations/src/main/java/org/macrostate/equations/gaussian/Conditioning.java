package org.macrostate.equations.gaussian;

import java.util.Optional;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;

/** {@code E[δ(h) f] = E[f | h = 0]/√(2π C_hh)}; zero where h itself is zero: sign(0) = 0 does not jump. */
final class Conditioning {
    static final String CITATION = "conditioning on the zero of a sign";

    private Conditioning() {}

    static Optional<Expression> remove(Product product, Factor.Dirac dirac, GaussianLaw law, Reduction reduction) {
        LinearForm h = dirac.form();
        Expression square = Expression.of(2).times(Constant.PI).times(law.safeVariance(h));
        Expression guarded = law.where(h, Power.of(Power.sqrt(square), -1));
        Expression density = law.named("D", guarded, "density of a field at zero, 0 if it does not vary");
        return reduction
                .mean(new Product(product.coefficient(), product.without(dirac)), law.given(h))
                .map(density::times);
    }
}

package org.macrostate.equations.gaussian;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/** {@code E[δ(h) f] = E[f | h = 0]/√(2π C_hh)}; zero where h itself is zero: sign(0) = 0 does not jump. */
final class Conditioning {
    static final String CITATION = "conditioning on the zero of a sign";

    private Conditioning() {}

    static Optional<Expression> remove(Product product, Factor.Dirac dirac, GaussianLaw law, Reduction reduction) {
        LinearForm h = dirac.form();
        Expression density = law.density(h);
        return reduction
                .mean(new Product(product.coefficient(), product.without(dirac)), law.given(h))
                .map(density::times);
    }
}

package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/**
 * {@code E[sign h sign g] = (2/π) arcsin(C_hg/√(C_hh C_gg))} (W. F. Sheppard, Phil. Trans. R. Soc. A 192, 101, 1899), and
 * with erf(h) = E[sign(h + ξ)], ξ of variance 1/2, {@code E[erf h erf g] = (2/π) arcsin(C_hg/√((½+C_hh)(½+C_gg)))}
 * (C. K. I. Williams, NIPS 9, 295, 1996; D. Saad and S. A. Solla, Phys. Rev. E 52, 4225, 1995).
 */
final class ArcsineLaw {
    static final String CITATION = "arcsine law (Sheppard 1899; Williams 1996; Saad and Solla 1995)";

    private ArcsineLaw() {}

    static Optional<Expression> of(Product product, GaussianLaw law) {
        List<Factor> factors = product.factors();
        if (factors.isEmpty()) {
            return Optional.of(product.coefficient());
        }
        if (factors.size() != 2) {
            return Optional.empty();
        }
        return Optional.of(product.coefficient().times(law.signs(factors.get(0), factors.get(1))));
    }

    /** The variance of h, with the spread of an error function. */
    static Expression spread(Factor factor, GaussianLaw law) {
        return factor instanceof Factor.ErrorFunction erf
                ? erf.spread().plus(law.variance(factor.form()))
                : law.variance(factor.form());
    }
}

package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/**
 * {@code E[sign h sign g] = (2/π) arcsin(C_hg/√(C_hh C_gg))} (W. F. Sheppard, Phil. Trans. R. Soc. A 192, 101, 1899), and
 * with erf(h) = E[sign(h + ξ)], ξ of variance 1/2, {@code E[erf h erf g] = (2/π) arcsin(C_hg/√((½+C_hh)(½+C_gg)))}
 * (C. K. I. Williams, NIPS 9, 295, 1996; D. Saad and S. A. Solla, Phys. Rev. E 52, 4225, 1995).
 */
final class ArcsineLaw {
    static final String CITATION = "arcsine law (Sheppard 1899; Williams 1996; Saad and Solla 1995)";

    /**
     * What E[sign² | h = 0] stands for in the derivative of sign³ = sign, three times 2δ(h) sign(h)²: three fields that
     * coincide count once.
     */
    private static final Expression TRIPLE = Rational.ONE.over(Expression.of(3));

    private ArcsineLaw() {}

    static Optional<Expression> of(Product product, GaussianLaw law) {
        List<Factor> factors = product.factors();
        if (factors.isEmpty()) {
            return Optional.of(product.coefficient());
        }
        if (factors.size() != 2) {
            return Optional.empty();
        }
        LinearForm h = factors.get(0).form();
        LinearForm g = factors.get(1).form();
        Expression widths = Power.sqrt(spread(factors.get(0), law)).times(Power.sqrt(spread(factors.get(1), law)));
        Expression angle = Apply.of(Function.ARC_SIN, law.covariance(h, g).over(widths));
        Expression mean = Expression.of(2).over(Constant.PI).times(angle);
        for (Factor factor : factors) {
            if (factor instanceof Factor.Sign) {
                mean = law.where(factor.form(), mean);
            }
        }
        if (factors.stream().allMatch(Factor.Sign.class::isInstance)) {
            mean = mean.plus(law.whereBothVanish(h, g, TRIPLE));
        }
        Expression shared =
                GaussianLaw.isTabled(widths) ? mean : law.named("S", mean, "mean of a product of two signs");
        return Optional.of(product.coefficient().times(shared));
    }

    /** The variance of h, with the spread of an error function. */
    static Expression spread(Factor factor, GaussianLaw law) {
        return factor instanceof Factor.ErrorFunction erf
                ? erf.spread().plus(law.variance(factor.form()))
                : law.safeVariance(factor.form());
    }
}

package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/**
 * Products of polynomials, erf, sign, steps, ramps and bells in closed form: bells and Dirac's deltas change the law,
 * Stein's lemma removes polynomial factors, and what remains are the two-point arcsine laws.
 */
public final class ClosedForm implements ExpectationRule {
    private static final Reduction REDUCTION = new Reduction(ArcsineLaw::of);

    @Override
    public String citation() {
        return Tilting.CITATION + "; " + Stein.CITATION + "; " + ArcsineLaw.CITATION;
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        return REDUCTION.mean(factors, covariance);
    }
}

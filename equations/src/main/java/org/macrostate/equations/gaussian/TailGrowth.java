package org.macrostate.equations.gaussian;

import java.util.Collections;
import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/** Exponentials that outgrow a normal density's decay have no expectation, or none at some states. */
final class TailGrowth {
    private TailGrowth() {}

    /**
     * Looks at one term of an exponent.
     *
     * @throws BadInput if the exponential of it grows at least like {@code exp(a h²)}, a > 0
     */
    static void refuse(Expression exponent, Expansion.Monomial term, Covariance covariance) {
        int degree = term.factors().size();
        boolean even = term.factors().stream().allMatch(h -> Collections.frequency(term.factors(), h) % 2 == 0);
        boolean odd = degree % 2 == 1 && degree > 1;
        if (odd || (degree > 0 && even && isPositive(term.coefficient()))) {
            String why = degree == 2 ? "diverges where the field's variance is large" : "diverges";
            throw new BadInput("the expectation of Exp[" + covariance.told(List.of(exponent)) + "] " + why);
        }
    }

    private static boolean isPositive(Expression c) {
        if (c instanceof Rational r) {
            return r.value().signum() > 0;
        }
        return c instanceof Constant
                || (c instanceof Power p && isPositive(p.base()))
                || (c instanceof Times t && t.factors().stream().allMatch(TailGrowth::isPositive));
    }
}

package org.macrostate.equations.gaussian;

import java.util.Collections;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** Exponentials that outgrow a normal density's decay have no expectation, or none at some states. */
final class TailGrowth {
    private TailGrowth() {}

    /**
     * Looks at one term of an exponent.
     *
     * @throws BadInput if its degree is above two and the exponential grows without bound
     */
    static void refuseHigher(
            Expression exponent, Expression coefficient, List<Expression> factors, Covariance covariance) {
        int degree = factors.size();
        boolean even = factors.stream().allMatch(h -> Collections.frequency(factors, h) % 2 == 0);
        boolean odd = degree % 2 == 1 && degree > 1;
        if (odd || (degree > 2 && even && isPositive(coefficient))) {
            throw new BadInput("the expectation of Exp[" + covariance.told(List.of(exponent)) + "] diverges");
        }
    }

    /**
     * Looks at the coefficient of a square in an exponent.
     *
     * @throws BadInput if the exponential grows like {@code exp(a h²)} with positive a, unless h is a multiple of a normal factor that
     *     has 2 a E[h²] below 1
     */
    static void refuseSquare(Expression exponent, Expression coefficient, AffineForm root, Covariance covariance) {
        if (isPositive(coefficient) && !hasMean(coefficient, root)) {
            throw new BadInput("the expectation of Exp[" + covariance.told(List.of(exponent))
                    + "] diverges where the field's variance is large");
        }
    }

    private static boolean hasMean(Expression coefficient, AffineForm root) {
        List<Expansion.Monomial> terms = root.form().terms();
        return terms.size() == 1
                && terms.get(0).sums().isEmpty()
                && terms.get(0).factors().get(0) instanceof Symbol s
                && s.kind() == Kind.RANDOM
                && coefficient.times(Power.of(terms.get(0).coefficient(), 2)) instanceof Rational variance
                && variance.value().compareTo(BigFraction.ONE_HALF) < 0;
    }

    /** True of what is a positive number for certain. */
    static boolean isPositive(Expression c) {
        if (c instanceof Rational r) {
            return r.value().signum() > 0;
        }
        return c instanceof Constant
                || (c instanceof Power p && isPositive(p.base()))
                || (c instanceof Times t && t.factors().stream().allMatch(TailGrowth::isPositive));
    }
}

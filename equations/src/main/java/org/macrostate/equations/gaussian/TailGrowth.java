package org.macrostate.equations.gaussian;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Looks at an exponent of a degree above two: far out its terms of the highest degree decide, all of them together.
     *
     * @throws BadInput if the exponential grows without bound in some direction, for certain: where the highest degree is odd, or
     *     even and these terms are positive, or that of one variable alone is
     */
    static void refuseHigher(Expression exponent, Covariance covariance) {
        Map<List<Expression>, Expression> highest = new LinkedHashMap<>();
        int degree = 0;
        for (Expansion.Monomial m : Expansion.of(exponent, covariance::isVariable)) {
            if (!m.factors().stream().allMatch(covariance::isVariable)) {
                return;
            }
            if (m.factors().size() > degree) {
                highest.clear();
                degree = m.factors().size();
            }
            if (m.factors().size() == degree) {
                highest.merge(m.factors().stream().sorted().toList(), m.coefficient(), Expression::plus);
            }
        }
        highest.values().removeIf(Expression::isZero);
        if (degree <= 2 || highest.isEmpty()) {
            return;
        }
        boolean grows = highest.entrySet().stream().allMatch(e -> isEven(e.getKey()) && isPositive(e.getValue()))
                || highest.entrySet().stream()
                        .anyMatch(e -> isOfOne(e.getKey()) && isEven(e.getKey()) && isPositive(e.getValue()));
        if (degree % 2 == 1 || grows) {
            throw new BadInput("the expectation of Exp[" + covariance.told(List.of(exponent)) + "] diverges");
        }
    }

    private static boolean isEven(List<Expression> factors) {
        return factors.stream().allMatch(h -> Collections.frequency(factors, h) % 2 == 0);
    }

    private static boolean isOfOne(List<Expression> factors) {
        return factors.stream().distinct().count() == 1;
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

package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.symbolic.Polynomial;
import org.macrostate.equations.symbolic.ShortestForm;
import org.macrostate.equations.symbolic.Sign;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * {@code sign · Π factors > 0} with every factor left out that is positive throughout the parameters' domains, and even
 * powers too.
 */
record ReducedCondition(int sign, List<Polynomial> factors) {
    ReducedCondition {
        factors = List.copyOf(factors);
    }

    static ReducedCondition of(Polynomial condition) {
        if (condition.isZero()) {
            return new ReducedCondition(0, List.of());
        }
        Polynomial.Factorization factorization = condition.factored();
        int sign = factorization.unit().signum();
        List<Polynomial> kept = new ArrayList<>();
        for (Polynomial.Factor factor : factorization.factors()) {
            Sign known = factor.base().sign();
            if (factor.exponent() % 2 == 0 || known == Sign.POSITIVE) {
                continue;
            }
            if (known == Sign.NEGATIVE) {
                sign = -sign;
            } else if (known == Sign.NONPOSITIVE) {
                sign = -sign;
                kept.add(factor.base().negate());
            } else {
                kept.add(factor.base());
            }
        }
        return new ReducedCondition(sign, kept);
    }

    boolean isAlways() {
        return factors.isEmpty() && sign > 0;
    }

    boolean isNever() {
        return factors.isEmpty() && sign < 0;
    }

    /** Zero whatever the parameters are. */
    boolean isZero() {
        return sign == 0;
    }

    /** What has to be positive, written for people; -1 if it never is, 0 if it vanishes. */
    Expression expression() {
        if (isZero()) {
            return Rational.ZERO;
        }
        if (isNever()) {
            return Rational.MINUS_ONE;
        }
        Polynomial first = factors.get(0);
        Expression product = ShortestForm.of(sign < 0 ? first.negate() : first);
        for (Polynomial factor : factors.subList(1, factors.size())) {
            product = Times.of(product, ShortestForm.of(factor));
        }
        return product;
    }
}

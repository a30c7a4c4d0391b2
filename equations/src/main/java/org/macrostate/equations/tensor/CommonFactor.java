package org.macrostate.equations.tensor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** Factors out of a sum what all its terms have in common: {@code ρ d + η d = (ρ + η) d}. */
public final class CommonFactor {
    private CommonFactor() {}

    /** The same expression with the common factors of its terms in front; anything but a sum is returned as it is. */
    public static Expression pullOut(Expression expression) {
        if (!(expression instanceof Plus plus)) {
            return expression;
        }
        Expression common = of(plus.terms());
        return common.isOne() ? plus : Times.of(common, divide(plus, common));
    }

    /** Pulls common factors out of every bracket, innermost first. */
    public static Expression everywhere(Expression e) {
        if (e instanceof Plus p) {
            return pullOut(
                    Plus.of(p.terms().stream().map(CommonFactor::everywhere).toList()));
        }
        if (e instanceof Times t) {
            return Times.of(t.factors().stream().map(CommonFactor::everywhere).toList());
        }
        return e;
    }

    /** The product of all factors that every term has, with the greatest common rational number, negative if all are. */
    public static Expression of(List<Expression> terms) {
        Map<Expression, Integer> shared = exponents(terms.get(0));
        BigFraction number = Times.number(terms.get(0)).abs();
        for (Expression term : terms.subList(1, terms.size())) {
            Map<Expression, Integer> own = exponents(term);
            shared.replaceAll((base, n) -> nearerZero(n, own.getOrDefault(base, 0)));
            number = gcd(number, Times.number(term).abs());
        }
        boolean negative = terms.stream().allMatch(term -> Times.number(term).signum() < 0);
        List<Expression> factors = new ArrayList<>();
        factors.add(new Rational(negative ? number.negate() : number));
        shared.forEach((base, n) -> {
            if (n != 0) {
                factors.add(Power.of(base, n));
            }
        });
        return Times.of(factors);
    }

    /** What powers of a base have in common: of {@code x^2} and {@code x^3} x², of {@code 1/x} and {@code 1/x^2} 1/x. */
    private static int nearerZero(int a, int b) {
        return (a > 0) == (b > 0) ? Integer.signum(a) * Math.min(Math.abs(a), Math.abs(b)) : 0;
    }

    private static Expression divide(Plus plus, Expression common) {
        return Plus.of(plus.terms().stream().map(term -> term.over(common)).toList());
    }

    private static Map<Expression, Integer> exponents(Expression term) {
        Map<Expression, Integer> exponents = new LinkedHashMap<>();
        for (Expression factor : Times.factorsOf(Times.withoutNumber(term))) {
            if (factor instanceof Power p
                    && p.exponent() instanceof Rational n
                    && n.value().getDenominator().equals(BigInteger.ONE)) {
                exponents.put(p.base(), n.value().getNumeratorAsInt());
            } else if (!factor.isOne()) {
                exponents.put(factor, 1);
            }
        }
        return exponents;
    }

    private static BigFraction gcd(BigFraction a, BigFraction b) {
        BigInteger numerator = a.getNumerator().gcd(b.getNumerator());
        BigInteger d = a.getDenominator();
        BigInteger e = b.getDenominator();
        return new BigFraction(numerator, d.divide(d.gcd(e)).multiply(e));
    }
}

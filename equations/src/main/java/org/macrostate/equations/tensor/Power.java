package org.macrostate.equations.tensor;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** A power; {@code Sqrt[x]} is the power one half. */
public record Power(Expression base, Expression exponent) implements Expression {
    /** Exponents of exact numbers beyond this stay unevaluated, so that a short text cannot fill the memory. */
    private static final int LARGEST_EXACT_EXPONENT = 1000;

    public static Expression of(Expression base, long exponent) {
        return of(base, Expression.of(exponent));
    }

    public static Expression of(Expression base, Expression exponent) {
        if (exponent.isZero() || base.isOne()) {
            return Rational.ONE;
        }
        if (exponent.isOne()) {
            return base;
        }
        if (exponent instanceof Rational n) {
            return ofRational(base, n);
        }
        return new Power(base, exponent);
    }

    private static Expression ofRational(Expression base, Rational exponent) {
        BigFraction n = exponent.value();
        boolean whole = n.getDenominator().equals(java.math.BigInteger.ONE);
        if (base.isZero() && n.signum() > 0) {
            return Rational.ZERO;
        }
        if (base instanceof Rational r) {
            return ofNumbers(r, exponent, whole);
        }
        if (base instanceof Power p && whole) {
            return of(p.base(), p.exponent().times(exponent));
        }
        if (base instanceof Times t && whole) {
            return Times.of(t.factors().stream().map(f -> of(f, exponent)).toList());
        }
        return new Power(base, exponent);
    }

    private static Expression ofNumbers(Rational base, Rational exponent, boolean whole) {
        BigFraction n = exponent.value();
        if (whole
                && n.abs().doubleValue() <= LARGEST_EXACT_EXPONENT
                && (n.signum() > 0 || base.value().signum() != 0)) {
            return new Rational(base.value().pow(n.getNumeratorAsInt()));
        }
        if (n.equals(BigFraction.ONE_HALF) && base.value().signum() > 0) {
            return squareRoot(base, exponent);
        }
        return new Power(base, exponent);
    }

    private static Expression squareRoot(Rational base, Rational half) {
        java.math.BigInteger p = base.value().getNumerator();
        java.math.BigInteger q = base.value().getDenominator();
        java.math.BigInteger rootP = p.sqrt();
        java.math.BigInteger rootQ = q.sqrt();
        boolean perfect =
                rootP.multiply(rootP).equals(p) && rootQ.multiply(rootQ).equals(q);
        return perfect ? new Rational(new BigFraction(rootP, rootQ)) : new Power(base, half);
    }

    public static Expression sqrt(Expression base) {
        return of(base, Rational.HALF);
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.power(this);
    }

    @Override
    public List<Expression> children() {
        return List.of(base, exponent);
    }
}

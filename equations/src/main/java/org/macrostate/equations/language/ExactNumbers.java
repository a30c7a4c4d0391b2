package org.macrostate.equations.language;

import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;

/** Keeps a short text from growing huge exact numbers: their digits are counted over the whole expression. */
final class ExactNumbers {
    private static final int LARGEST_EXPONENT = 1000;
    private static final long MOST_BITS = 20_000;
    private static final int MOST_TERMS = 100_000;

    private long bits;
    private long terms;

    Expression literal(BigFraction value) {
        spend(bits(value));
        return new Rational(value);
    }

    /** {@code factor · base^exponent}. */
    Expression power(Expression factor, Expression base, Expression exponent) {
        if (exponent instanceof Rational n) {
            double size = Math.abs(n.value().doubleValue());
            checkExponent(size);
            if (base.isZero() && n.value().signum() < 0) {
                throw new BadInput("division by zero");
            }
            spend((long) Math.ceil(bits(base) * Math.max(0, size - 1)));
        }
        Expression power = Power.of(base, exponent);
        if (power instanceof Power p && p.exponent() instanceof Rational n) {
            checkExponent(Math.abs(n.value().doubleValue()));
        }
        return factor.times(power);
    }

    /** An expression put in from a declaration: it may be long. */
    Expression counted(Expression inserted) {
        terms += size(inserted);
        if (terms > MOST_TERMS) {
            throw new BadInput("the expression is too long once the overlaps of fixed vectors are put in");
        }
        return inserted;
    }

    private static void checkExponent(double size) {
        if (!(size <= LARGEST_EXPONENT)) {
            throw new BadInput("an exponent may be at most " + LARGEST_EXPONENT);
        }
    }

    private void spend(long more) {
        bits += more;
        if (bits > MOST_BITS) {
            throw new BadInput(
                    "the exact numbers of an expression may have at most " + MOST_BITS * 3 / 10 + " digits together");
        }
    }

    private static long bits(Expression e) {
        long own = e instanceof Rational r && !e.isOne() && !e.equals(Rational.MINUS_ONE) ? bits(r.value()) : 0;
        return own + e.children().stream().mapToLong(ExactNumbers::bits).sum();
    }

    private static long bits(BigFraction value) {
        return (long) value.getNumerator().bitLength() + value.getDenominator().bitLength();
    }

    private static long size(Expression e) {
        return 1 + e.children().stream().mapToLong(ExactNumbers::size).sum();
    }
}

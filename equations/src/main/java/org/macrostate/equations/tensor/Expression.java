package org.macrostate.equations.tensor;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** A scalar expression in index form. Equality is structural, up to nothing: factories make equal things alike. */
public sealed interface Expression extends Comparable<Expression>
        permits Rational, Constant, Symbol, Overlap, Field, Delta, Plus, Times, Power, Apply, IndexSum {

    Expression ZERO = new Rational(BigFraction.ZERO);
    Expression ONE = new Rational(BigFraction.ONE);
    Expression MINUS_ONE = new Rational(BigFraction.MINUS_ONE);
    Expression HALF = new Rational(BigFraction.ONE_HALF);

    /** The direct subexpressions; atoms have none. */
    List<Expression> children();

    default boolean isZero() {
        return equals(ZERO);
    }

    default boolean isOne() {
        return equals(ONE);
    }

    default Expression plus(Expression other) {
        return Plus.of(this, other);
    }

    default Expression minus(Expression other) {
        return Plus.of(this, other.negate());
    }

    default Expression times(Expression other) {
        return Times.of(this, other);
    }

    default Expression over(Expression other) {
        return Times.of(this, Power.of(other, MINUS_ONE));
    }

    default Expression negate() {
        return Times.of(MINUS_ONE, this);
    }

    static Expression of(long value) {
        return new Rational(new BigFraction(value));
    }

    @Override
    default int compareTo(Expression other) {
        return CanonicalOrder.compare(this, other);
    }
}

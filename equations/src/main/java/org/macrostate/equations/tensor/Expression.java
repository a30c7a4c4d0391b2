package org.macrostate.equations.tensor;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** A scalar expression in index form. Equality is structural; the factories bring equal expressions into the same form. */
public sealed interface Expression extends Comparable<Expression>
        permits Rational,
                Constant,
                Symbol,
                Overlap,
                Field,
                Delta,
                Plus,
                Times,
                Power,
                Apply,
                IndexBinder,
                FieldFunction {

    /** The direct subexpressions; atoms have none. */
    List<Expression> children();

    /** Applies the case for this kind of expression. */
    <T> T match(ExpressionCases<T> cases);

    default boolean isZero() {
        return equals(Rational.ZERO);
    }

    default boolean isOne() {
        return equals(Rational.ONE);
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
        return Times.of(this, Power.of(other, Rational.MINUS_ONE));
    }

    default Expression negate() {
        return Times.of(Rational.MINUS_ONE, this);
    }

    static Expression of(long value) {
        return new Rational(new BigFraction(value));
    }

    @Override
    default int compareTo(Expression other) {
        return CanonicalOrder.compare(this, other);
    }
}

package org.macrostate.equations.tensor;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** An exact number. */
public record Rational(BigFraction value) implements Expression {
    // Not in Expression: an interface and a record whose static initialisers need each other can deadlock two threads.
    public static final Rational ZERO = new Rational(BigFraction.ZERO);
    public static final Rational ONE = new Rational(BigFraction.ONE);
    public static final Rational MINUS_ONE = new Rational(BigFraction.MINUS_ONE);
    public static final Rational HALF = new Rational(BigFraction.ONE_HALF);

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.rational(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }
}

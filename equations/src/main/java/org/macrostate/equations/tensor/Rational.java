package org.macrostate.equations.tensor;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** An exact number. */
public record Rational(BigFraction value) implements Expression {
    @Override
    public List<Expression> children() {
        return List.of();
    }
}

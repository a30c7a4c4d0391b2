package org.macrostate.equations.tensor;

import java.util.List;

/**
 * A named real number that is not rational.
 *
 * @param text its name in the Wolfram language
 */
public record Constant(String text, double value) implements Expression {
    public static final Constant PI = new Constant("Pi", Math.PI);
    public static final Constant E = new Constant("E", Math.E);

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.constant(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }
}

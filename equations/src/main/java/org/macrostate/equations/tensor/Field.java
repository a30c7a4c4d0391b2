package org.macrostate.equations.tensor;

import java.util.List;

/** The field {@code h = w·x/√N} of a vector on a sample. */
public record Field(VectorTerm vector, String sample) implements Expression {
    @Override
    public List<Expression> children() {
        return List.of();
    }
}

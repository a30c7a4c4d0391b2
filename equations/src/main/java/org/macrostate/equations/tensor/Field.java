package org.macrostate.equations.tensor;

import java.util.List;

/**
 * The field {@code h = w·x/√N} of a vector on a sample, or its share {@code h^b = w·P_b x/√N} in one block of a spectrum.
 *
 * @param block the block's index; none for the field itself, which is the sum over blocks
 */
public record Field(VectorTerm vector, String sample, List<IndexTerm> block) implements Expression {
    public Field {
        block = List.copyOf(block);
    }

    /** The field in all directions. */
    public Field(VectorTerm vector, String sample) {
        this(vector, sample, List.of());
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.field(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }
}

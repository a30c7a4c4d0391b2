package org.macrostate.equations.tensor;

import java.util.List;

/**
 * The overlap {@code a.b = (a·b)/N} of two vectors, or its share {@code a·P_b b/N} in one block of a spectrum; symmetric,
 * kept in canonical order.
 *
 * @param block the block's index; none for the overlap itself, which is the sum over blocks
 */
public record Overlap(VectorTerm left, VectorTerm right, List<IndexTerm> block) implements Expression {
    public Overlap {
        if (left.compareTo(right) > 0) {
            VectorTerm first = right;
            right = left;
            left = first;
        }
        block = List.copyOf(block);
    }

    /** The overlap in all directions. */
    public Overlap(VectorTerm left, VectorTerm right) {
        this(left, right, List.of());
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.overlap(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }
}

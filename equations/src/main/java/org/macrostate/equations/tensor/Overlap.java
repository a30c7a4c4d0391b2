package org.macrostate.equations.tensor;

import java.util.List;

/** The overlap {@code a.b = (a·b)/N} of two vectors; symmetric, kept in canonical order. */
public record Overlap(VectorTerm left, VectorTerm right) implements Expression {
    public Overlap {
        if (left.compareTo(right) > 0) {
            VectorTerm first = right;
            right = left;
            left = first;
        }
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }
}

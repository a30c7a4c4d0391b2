package org.macrostate.equations.tensor;

import java.util.List;

/**
 * The values of an expression as an index runs from 1 to its extent. Two of them, one in the other, are a matrix: the argument
 * of a {@link MatrixFunction}, and nothing else.
 */
public record IndexList(Index index, Expression body) implements IndexBinder {
    /** With an internal name for the index, so that equal lists are equal. */
    public static IndexList of(Index index, Expression body) {
        Index renamed = IndexSum.unused(index, body);
        return new IndexList(renamed, Substitution.index(index, renamed).in(body));
    }

    @Override
    public Expression over(Index other, Expression inside) {
        return of(other, inside);
    }

    @Override
    public Expression shown(Index other, Expression inside) {
        return new IndexList(other, inside);
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.list(this);
    }

    @Override
    public List<Expression> children() {
        return List.of(body);
    }
}

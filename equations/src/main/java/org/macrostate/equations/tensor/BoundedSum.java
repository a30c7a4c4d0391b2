package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sum that does not run over all places of its index, to be shown as it was written: {@code Sum[f[k], {k, j, i}]} is kept as a sum from
 * 1 to an extent whose body has a factor {@code If[k <= i, 1, 0]} for each bound.
 *
 * @param from the first place, if it is not 1
 * @param to the last place, if it is not the extent
 * @param body without these factors
 */
public record BoundedSum(Index index, Optional<Expression> from, Optional<Expression> to, Expression body) {
    /** What a sum is in this form; empty if it runs over all places. */
    public static Optional<BoundedSum> of(IndexSum sum) {
        Optional<Expression> from = Optional.empty();
        Optional<Expression> to = Optional.empty();
        List<Expression> rest = new ArrayList<>();
        for (Expression factor : Times.factorsOf(sum.body())) {
            Optional<Expression> above = to.isEmpty() ? bound(factor, sum.index(), 0) : Optional.empty();
            Optional<Expression> below = from.isEmpty() ? bound(factor, sum.index(), 1) : Optional.empty();
            if (above.isPresent()) {
                to = above;
            } else if (below.isPresent()) {
                from = below;
            } else {
                rest.add(factor);
            }
        }
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(new BoundedSum(sum.index(), from, to, Times.of(rest)));
    }

    /** The other side of {@code If[a <= b, 1, 0]} where the index stands on one side by itself. */
    private static Optional<Expression> bound(Expression factor, Index index, int side) {
        if (!(factor instanceof Apply choice)
                || choice.function() != Function.IF
                || !choice.arguments().get(1).isOne()
                || !choice.arguments().get(2).isZero()
                || !(choice.arguments().get(0) instanceof Apply condition)
                || condition.function() != Function.LESS_EQUAL) {
            return Optional.empty();
        }
        Expression other = condition.arguments().get(1 - side);
        return isNumberOf(condition.arguments().get(side), index)
                        && !Expansion.contains(other, e -> isNumberOf(e, index))
                ? Optional.of(other)
                : Optional.empty();
    }

    /** The number of an index, also where it is shown by its letter. */
    private static boolean isNumberOf(Expression e, Index index) {
        return e instanceof Symbol symbol
                && (symbol.kind() == Kind.PLACE && symbol.indices().contains(index)
                        || symbol.kind() == Kind.SIZE && symbol.name().equals(index.name()));
    }
}

package org.macrostate.equations.tensor;

import java.util.List;
import java.util.OptionalInt;

/**
 * Kronecker's delta of two index places: one where the right one is the left one, or follows from it.
 *
 * @param shift how it follows; none where both are to be the same
 */
public record Delta(IndexTerm left, IndexTerm right, Shift shift) implements Expression {
    public Delta {
        if (shift.isNone() && left.compareTo(right) > 0) {
            IndexTerm first = right;
            right = left;
            left = first;
        }
    }

    /** One where the places are the same, zero where they are different positions, else the delta itself. */
    public static Expression of(IndexTerm left, IndexTerm right) {
        if (left.equals(right)) {
            return Rational.ONE;
        }
        return left instanceof Position && right instanceof Position
                ? Rational.ZERO
                : new Delta(left, right, Shift.NONE);
    }

    /** The product over matching places; both lists have the same length. */
    public static Expression of(List<? extends IndexTerm> left, List<? extends IndexTerm> right) {
        Expression product = Rational.ONE;
        for (int i = 0; i < left.size(); i++) {
            product = product.times(of(left.get(i), right.get(i)));
        }
        return product;
    }

    /** This delta of other places. */
    Expression at(IndexTerm one, IndexTerm other) {
        return shift.isNone() ? of(one, other) : new Delta(one, other, shift);
    }

    /** Whether it is one at two places, from 1, that run as far. */
    public boolean holds(int one, int other, int count) {
        return shift.isNone() ? one == other : shift.from(one, count).equals(OptionalInt.of(other));
    }

    @Override
    public <T> T match(ExpressionCases<T> cases) {
        return cases.delta(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }
}

package org.macrostate.equations.tensor;

import java.util.List;

/** Kronecker's delta of two index places. */
public record Delta(IndexTerm left, IndexTerm right) implements Expression {
    public Delta {
        if (left.compareTo(right) > 0) {
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
        return left instanceof Position && right instanceof Position ? Rational.ZERO : new Delta(left, right);
    }

    /** The product over matching places; both lists have the same length. */
    public static Expression of(List<? extends IndexTerm> left, List<? extends IndexTerm> right) {
        Expression product = Rational.ONE;
        for (int i = 0; i < left.size(); i++) {
            product = product.times(of(left.get(i), right.get(i)));
        }
        return product;
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

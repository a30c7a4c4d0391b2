package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Σ_i δ_ij f_i = f_j}, where {@code j} runs no farther than {@code i} or is a position. */
final class Contraction {
    private Contraction() {}

    static Optional<Expression> contract(Index index, Expression body) {
        List<Expression> factors = Times.factorsOf(body);
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i) instanceof Delta delta) {
                Optional<IndexTerm> partner = partner(delta, index);
                if (partner.isPresent()) {
                    List<Expression> rest = new ArrayList<>(factors);
                    rest.remove(i);
                    return Optional.of(Substitution.index(index, partner.get()).in(Times.of(rest)));
                }
            }
        }
        return Optional.empty();
    }

    /** A bracket with a delta in the index is multiplied out, so that the delta can be contracted. */
    static Optional<Plus> opened(Index index, Expression body) {
        List<Expression> factors = Times.factorsOf(body);
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i) instanceof Plus bracket
                    && bracket.terms().stream().anyMatch(term -> hasDelta(term, index))) {
                List<Expression> rest = new ArrayList<>(factors);
                rest.remove(i);
                Expression other = Times.of(rest);
                return Plus.of(bracket.terms().stream().map(other::times).toList()) instanceof Plus sum
                        ? Optional.of(sum)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean hasDelta(Expression term, Index index) {
        return Times.factorsOf(term).stream()
                .anyMatch(f -> f instanceof Delta delta && partner(delta, index).isPresent());
    }

    private static Optional<IndexTerm> partner(Delta delta, Index index) {
        if (!delta.shift().isNone()) {
            return Optional.empty();
        }
        if (delta.left().equals(index)) {
            return matching(delta.right(), index);
        }
        return delta.right().equals(index) ? matching(delta.left(), index) : Optional.empty();
    }

    private static Optional<IndexTerm> matching(IndexTerm other, Index index) {
        boolean within = other instanceof Position || isWithin(((Index) other).extent(), index.extent());
        return within ? Optional.of(other) : Optional.empty();
    }

    /** Whether a place that runs to one extent never lies past the other. */
    private static boolean isWithin(Expression extent, Expression other) {
        return extent.equals(other)
                || extent.minus(other) instanceof Rational less && less.value().signum() <= 0;
    }
}

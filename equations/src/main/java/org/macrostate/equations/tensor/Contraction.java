package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Σ_i δ_ij f_i = f_j}, where {@code i} and {@code j} run equally far or {@code j} is a position. */
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

    private static Optional<IndexTerm> partner(Delta delta, Index index) {
        if (delta.left().equals(index)) {
            return matching(delta.right(), index);
        }
        return delta.right().equals(index) ? matching(delta.left(), index) : Optional.empty();
    }

    private static Optional<IndexTerm> matching(IndexTerm other, Index index) {
        boolean same = other instanceof Position || ((Index) other).extent().equals(index.extent());
        return same ? Optional.of(other) : Optional.empty();
    }
}

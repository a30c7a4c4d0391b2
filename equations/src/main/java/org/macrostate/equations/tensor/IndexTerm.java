package org.macrostate.equations.tensor;

import java.util.List;

/** What stands in an index place: a running {@link Index} or a fixed {@link Position}. */
public sealed interface IndexTerm extends Comparable<IndexTerm> permits Index, Position {
    /** Negative if a copy at the first places comes before one at the second, in canonical order. */
    static int compare(List<? extends IndexTerm> one, List<? extends IndexTerm> other) {
        return CanonicalOrder.compareIndices(one, other);
    }

    @Override
    default int compareTo(IndexTerm other) {
        if (this instanceof Position p) {
            return other instanceof Position q ? Integer.compare(p.value(), q.value()) : -1;
        }
        return other instanceof Index j ? ((Index) this).name().compareTo(j.name()) : 1;
    }
}

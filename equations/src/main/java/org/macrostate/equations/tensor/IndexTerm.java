package org.macrostate.equations.tensor;

/** What stands in an index place: a running {@link Index} or a fixed {@link Position}. */
public sealed interface IndexTerm extends Comparable<IndexTerm> permits Index, Position {
    @Override
    default int compareTo(IndexTerm other) {
        if (this instanceof Position p) {
            return other instanceof Position q ? Integer.compare(p.value(), q.value()) : -1;
        }
        return other instanceof Index j ? ((Index) this).name().compareTo(j.name()) : 1;
    }
}

package org.macrostate.equations.tensor;

import java.util.Comparator;
import java.util.List;

/** One vector of a family in R^N: {@code w[k]}, or {@code w} where there is one copy. */
public record VectorTerm(String family, List<IndexTerm> indices) implements Comparable<VectorTerm> {
    private static final Comparator<VectorTerm> ORDER =
            Comparator.comparing(VectorTerm::family).thenComparing(VectorTerm::indices, CanonicalOrder::compareIndices);

    public VectorTerm {
        indices = List.copyOf(indices);
    }

    @Override
    public int compareTo(VectorTerm other) {
        return ORDER.compare(this, other);
    }
}

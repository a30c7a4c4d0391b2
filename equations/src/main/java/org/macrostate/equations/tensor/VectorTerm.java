package org.macrostate.equations.tensor;

import java.util.List;

/** One vector of a family in R^N: {@code w[k]}, or {@code w} where there is one copy. */
public record VectorTerm(String family, List<IndexTerm> indices) implements Comparable<VectorTerm> {
    public VectorTerm {
        indices = List.copyOf(indices);
    }

    @Override
    public int compareTo(VectorTerm other) {
        int families = family.compareTo(other.family);
        return families == 0 ? CanonicalOrder.compareIndices(indices, other.indices) : families;
    }
}

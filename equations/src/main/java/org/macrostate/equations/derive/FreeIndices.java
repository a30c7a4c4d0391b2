package org.macrostate.equations.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;

/** The free indices of expressions with their extents, in order of appearance. */
final class FreeIndices {
    private FreeIndices() {}

    static List<Index> of(Expression e) {
        Map<String, IndexTerm> found = new LinkedHashMap<>();
        collect(e, found);
        return found.values().stream().map(Index.class::cast).toList();
    }

    /** Adds the free indices by name. */
    static void collect(Expression e, Map<String, IndexTerm> found) {
        for (String name : Indices.free(e)) {
            index(e, name).ifPresent(index -> found.putIfAbsent(name, index));
        }
    }

    private static Optional<Index> index(Expression e, String name) {
        for (IndexTerm term : Indices.of(e)) {
            if (term instanceof Index i && i.name().equals(name)) {
                return Optional.of(i);
            }
        }
        return e.children().stream()
                .flatMap(child -> index(child, name).stream())
                .findFirst();
    }
}

package org.macrostate.reports.code;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macrostate.equations.derive.StateVariable;

/**
 * Where a loop over an index of a symmetric variable begins, so that each pair of copies comes once: {@code l} at k in
 * {@code Q[k,l]}; in {@code Q[l,k,j,i]} {@code j} at l, and {@code i} at k where j is l.
 *
 * @param from the index it begins at
 * @param equal two indices that must be equal for that, else it begins at the first place; empty if it always begins there
 */
record LoopStart(String from, List<String> equal) {
    /**
     * Of the loop over an index; empty if it begins at the first place.
     *
     * @param name of an index in the language that is written
     */
    static Optional<LoopStart> of(StateVariable v, int index, UnaryOperator<String> name) {
        int nth = index - v.firstOfRight();
        if (!isHalved(v) || nth < 0) {
            return Optional.empty();
        }
        int left = v.blockPlaces();
        List<String> equal = nth == 0
                ? List.of()
                : List.of(
                        name.apply(v.indices().get(index - 1).name()),
                        name.apply(v.indices().get(left + nth - 1).name()));
        return Optional.of(new LoopStart(name.apply(v.indices().get(left + nth).name()), equal));
    }

    /** Whether a variable's elements are one for each unordered pair of copies. */
    static boolean isHalved(StateVariable v) {
        return v.symmetric() && v.leftIndices() > 0;
    }

    /**
     * As a term.
     *
     * @param choice with the two that must be equal, the start then, in the places of {@code %s}
     */
    String in(String choice) {
        return equal.isEmpty() ? from : choice.formatted(equal.get(0), equal.get(1), from);
    }
}

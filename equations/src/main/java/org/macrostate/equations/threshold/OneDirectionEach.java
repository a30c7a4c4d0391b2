package org.macrostate.equations.threshold;

import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;

/**
 * States in which each unit has learned one direction and those too many nothing: overlaps between different copies are
 * zero, and those of copies for which another family has no partner. A guess for solving, not a claim: it is kept only
 * where all fixed-point equations hold.
 */
final class OneDirectionEach {
    private OneDirectionEach() {}

    /** Places of the elements that are zero; empty if there is one copy of everything. */
    static List<Integer> zeros(List<StateLayout.Element> elements, Sizes sizes) {
        int partners = elements.stream()
                .map(StateLayout.Element::variable)
                .filter(StateVariable::isOverlap)
                .flatMap(variable -> variable.indices().stream())
                .mapToInt(index -> sizes.of(index.extent()))
                .min()
                .orElse(1);
        return IntStream.range(0, elements.size())
                .filter(i -> elements.get(i).variable().isOverlap())
                .filter(i -> !elements.get(i)
                                .variable()
                                .isOfEqualCopies(elements.get(i).places())
                        || elements.get(i).places().stream().anyMatch(place -> place > partners))
                .boxed()
                .toList();
    }
}

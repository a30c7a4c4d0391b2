package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;

/**
 * All vectors of a model with its sizes bound, numbered: the fixed ones first, then the trained ones, each family's
 * copies together.
 */
final class VectorSet {
    private final List<Declaration.Vectors> families = new ArrayList<>();
    private final Map<String, Integer> first = new LinkedHashMap<>();
    private final Map<String, Integer> copies = new LinkedHashMap<>();
    private final int fixed;
    private final int count;

    VectorSet(LearningProblem problem, Sizes sizes) {
        int next = 0;
        int fixedCount = 0;
        for (boolean trained : List.of(false, true)) {
            for (Declaration.Vectors family : problem.vectors()) {
                if (family.isTrained() == trained) {
                    families.add(family);
                    first.put(family.name(), next);
                    copies.put(family.name(), family.copies().map(sizes::of).orElse(0));
                    next += Math.max(1, family.copies().map(sizes::of).orElse(0));
                }
            }
            if (!trained) {
                fixedCount = next;
            }
        }
        this.fixed = fixedCount;
        this.count = next;
    }

    /** r, fixed and trained. */
    int count() {
        return count;
    }

    /** Vectors 0 … fixed-1 never move. */
    int fixed() {
        return fixed;
    }

    /** Vectors fixed … r-1 move. */
    int trained() {
        return count - fixed;
    }

    /** Fixed families, then trained ones. */
    List<Declaration.Vectors> families() {
        return List.copyOf(families);
    }

    /** The family's places: its copies from 1, or the empty place if it has one copy without index. */
    List<List<Integer>> places(String family) {
        int n = copies.getOrDefault(family, 0);
        if (n == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> places = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            places.add(List.of(i));
        }
        return places;
    }

    /** How many of an atom's index places belong to a vector of this family: 0 or 1. */
    int indexCount(String family) {
        return copies.getOrDefault(family, 0) == 0 ? 0 : 1;
    }

    /**
     * The number of a vector.
     *
     * @throws BadInput if the family has no such copy
     */
    int number(String family, List<Integer> place) {
        Integer start = first.get(family);
        if (start == null) {
            throw BadInput.unknownName("vector", family, first.keySet());
        }
        int copy = place.isEmpty() ? 1 : place.get(0);
        if (place.size() != indexCount(family) || copy < 1 || copy > Math.max(1, copies.getOrDefault(family, 0))) {
            throw new BadInput(Places.label(family, place) + " does not exist with these sizes");
        }
        return start + copy - 1;
    }
}

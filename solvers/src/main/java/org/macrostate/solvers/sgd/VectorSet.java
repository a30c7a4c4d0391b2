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
    private final Map<String, List<List<Integer>>> places = new LinkedHashMap<>();
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
                    List<List<Integer>> copies = Places.all(family.indices(), sizes);
                    places.put(family.name(), copies);
                    next += copies.size();
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

    /** The family's places: its copies from 1, the last index fastest, or the empty place if it has one copy without index. */
    List<List<Integer>> places(String family) {
        return places.getOrDefault(family, List.of(List.of()));
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
        int copy = places(family).indexOf(place);
        if (copy < 0) {
            throw new BadInput(Places.label(family, place) + " does not exist with these sizes");
        }
        return start + copy;
    }
}

package org.macrostate.equations.symmetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Neighbours;
import org.macrostate.equations.tensor.Position;

/** What copies are counted by: indices of one sort may coincide. Where copies are paired, equal sizes are one sort. */
final class CopyClasses {
    private final Map<Expression, Integer> counts = new LinkedHashMap<>();
    private final Sizes sizes;
    private final boolean paired;

    CopyClasses(OrderParameterSystem system, Sizes sizes, SymmetricAnsatz alike) {
        this.sizes = sizes;
        this.paired = alike == SymmetricAnsatz.PAIRED;
        var problem = system.problem();
        problem.vectors().stream()
                .filter(v -> v.copies().size() > 1)
                .findFirst()
                .ifPresent(v -> {
                    throw new BadInput(
                            "vectors " + v.name()
                                    + " have two indices: subspaces of states whose copies are alike are those of families with one");
                });
        problem.vectors().forEach(v -> v.copies().forEach(e -> counts.put(e, sizes.of(e))));
        problem.scalars().forEach(v -> v.copies().forEach(e -> counts.put(e, sizes.of(e))));
        problem.randoms().forEach(v -> v.copies().ifPresent(e -> counts.put(e, sizes.of(e))));
        if (system.equations().stream().anyMatch(equation -> Neighbours.in(equation.rate()))) {
            throw new BadInput("the copies of model " + problem.name()
                    + " stand at places of their own, with neighbours or coefficients that differ, and cannot be taken to be"
                    + " alike");
        }
        if (counts.isEmpty()) {
            throw new BadInput("model " + problem.name() + " has no copies that could be alike");
        }
    }

    /** The sort of an index that runs so far, or empty if that is none of the problem's sizes. */
    Optional<Expression> of(Expression extent) {
        if (!counts.containsKey(extent)) {
            return Optional.empty();
        }
        return paired
                ? counts.keySet().stream()
                        .filter(e -> count(e) == count(extent))
                        .findFirst()
                : Optional.of(extent);
    }

    /** @throws BadInput if that is none of the problem's sizes */
    Expression required(Expression extent) {
        return of(extent)
                .orElseThrow(() -> new BadInput("an index that runs to '" + ExpressionText.of(extent)
                        + "' does not count copies, so that they cannot be taken to be alike"));
    }

    int count(Expression sort) {
        return counts.getOrDefault(sort, 0);
    }

    /** The value of any extent. */
    int value(Expression extent) {
        return sizes.of(extent);
    }

    List<Expression> all() {
        return List.copyOf(counts.keySet());
    }

    /** The places numbered in order of appearance, each sort by itself. */
    List<IndexTerm> canonical(List<Index> indices, List<IndexTerm> places) {
        Map<Expression, List<IndexTerm>> seen = new LinkedHashMap<>();
        List<IndexTerm> numbered = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            List<IndexTerm> known = seen.computeIfAbsent(required(indices.get(i).extent()), s -> new ArrayList<>());
            if (!known.contains(places.get(i))) {
                known.add(places.get(i));
            }
            numbered.add(new Position(1 + known.indexOf(places.get(i))));
        }
        return numbered;
    }
}

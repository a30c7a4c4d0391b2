package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;

/** Overlaps that are the sum over blocks, as observables: {@code total Q}, {@code total m[1,2]}. */
public final class BlockTotals {
    /** What stands before the name of an order parameter. */
    public static final String PREFIX = "total ";

    private BlockTotals() {}

    /** The system with the total of each overlap behind its own observables; the system itself if it has no blocks. */
    public static OrderParameterSystem observed(OrderParameterSystem system, Sizes sizes) {
        List<Formula> all = new ArrayList<>(system.observables());
        system.variables().stream().filter(StateVariable::inBlocks).forEach(v -> all.addAll(of(system, v, sizes)));
        return all.size() == system.observables().size() ? system : system.with(system.problem(), all);
    }

    private static List<Formula> of(OrderParameterSystem system, StateVariable variable, Sizes sizes) {
        IndexLetters letters = new IndexLetters(system.problem());
        Index block = Fresh.index(variable.indices().get(0).extent());
        List<Formula> totals = new ArrayList<>();
        Set<List<Integer>> known = new HashSet<>();
        for (List<Integer> place : Places.all(variable, sizes)) {
            List<Integer> copies = place.subList(1, place.size());
            if (known.add(copies)) {
                List<IndexTerm> places = new ArrayList<>(List.of(block));
                copies.forEach(copy -> places.add(new Position(copy)));
                totals.add(
                        new Formula(label(variable, copies), letters.bound(IndexSum.of(block, variable.at(places)))));
            }
        }
        return totals;
    }

    private static String label(StateVariable variable, List<Integer> copies) {
        return PREFIX + Places.label(variable.name(), copies);
    }
}

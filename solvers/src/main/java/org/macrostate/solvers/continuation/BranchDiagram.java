package org.macrostate.solvers.continuation;

import java.util.List;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * Branches over a parameter.
 *
 * @param branches in the order found, those of most symmetry first
 * @param bifurcations each once, by branch and in the order along it
 * @param notes conserved totals, bounds that were reached, branches that could not be followed, changes of stability that
 *     were not explained
 * @param whole whether nothing was found that makes it doubtful that the diagram is whole
 */
public record BranchDiagram(
        ParameterRange range,
        List<Branch> branches,
        List<Bifurcation> bifurcations,
        List<String> notes,
        boolean whole) {
    public BranchDiagram {
        branches = List.copyOf(branches);
        bifurcations = List.copyOf(bifurcations);
        notes = List.copyOf(notes);
    }

    /** What was found in other units, in the flow's own. */
    BranchDiagram unscaled(StateUnits units) {
        return new BranchDiagram(
                range,
                branches.stream().map(branch -> branch.unscaled(units)).toList(),
                bifurcations.stream().map(b -> b.unscaled(units)).toList(),
                notes,
                whole);
    }

    public List<Bifurcation> bifurcations(Bifurcation.Kind kind) {
        return bifurcations.stream().filter(b -> b.kind() == kind).toList();
    }
}

package org.macrostate.solvers.continuation;

import java.util.List;

/**
 * Branches over a parameter.
 *
 * @param branches in the order found, those of most symmetry first
 * @param bifurcations each once, by branch and in the order along it
 * @param notes what makes it doubtful that the diagram is whole: bounds that were reached, branches that could not be
 *     followed, changes of stability that were not explained
 */
public record BranchDiagram(
        ParameterRange range, List<Branch> branches, List<Bifurcation> bifurcations, List<String> notes) {
    public BranchDiagram {
        branches = List.copyOf(branches);
        bifurcations = List.copyOf(bifurcations);
        notes = List.copyOf(notes);
    }

    public List<Bifurcation> bifurcations(Bifurcation.Kind kind) {
        return bifurcations.stream().filter(b -> b.kind() == kind).toList();
    }
}

package org.macrostate.solvers.continuation;

import java.util.List;

/**
 * Branches over a parameter.
 *
 * @param branches in the order found, those of most symmetry first
 * @param bifurcations each once, by branch and in the order along it
 */
public record BranchDiagram(ParameterRange range, List<Branch> branches, List<Bifurcation> bifurcations) {
    public BranchDiagram {
        branches = List.copyOf(branches);
        bifurcations = List.copyOf(bifurcations);
    }

    public List<Bifurcation> bifurcations(Bifurcation.Kind kind) {
        return bifurcations.stream().filter(b -> b.kind() == kind).toList();
    }
}

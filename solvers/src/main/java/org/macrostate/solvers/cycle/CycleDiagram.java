package org.macrostate.solvers.cycle;

import java.util.List;

/**
 * Limit cycles over a parameter.
 *
 * @param notes what makes it doubtful that a branch is whole
 */
public record CycleDiagram(List<CycleBranch> branches, List<String> notes) {
    public CycleDiagram {
        branches = List.copyOf(branches);
        notes = List.copyOf(notes);
    }
}

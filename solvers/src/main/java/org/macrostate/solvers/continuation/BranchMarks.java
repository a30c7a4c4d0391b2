package org.macrostate.solvers.continuation;

import java.util.List;

/**
 * Where a quantity has a given value on branches.
 *
 * @param points in order along the branches
 * @param notes where it passes the value and no fixed point was found that has it
 */
public record BranchMarks(List<BranchMark> points, List<String> notes) {
    public BranchMarks {
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }
}

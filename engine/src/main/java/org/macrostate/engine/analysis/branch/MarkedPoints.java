package org.macrostate.engine.analysis.branch;

import java.util.List;
import org.macrostate.solvers.continuation.BranchMark;

/**
 * Where a quantity has a value on the branches.
 *
 * @param notes where it passes the value and the point was not found
 */
public record MarkedPoints(Mark mark, List<BranchMark> points, List<String> notes) {
    public MarkedPoints {
        points = List.copyOf(points);
        notes = List.copyOf(notes);
    }
}

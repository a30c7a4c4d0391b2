package org.macrostate.engine.analysis.branch;

import java.util.List;
import org.macrostate.solvers.continuation.BranchMark;

/** Where a quantity has a value on the branches. */
public record MarkedPoints(Mark mark, List<BranchMark> points) {
    public MarkedPoints {
        points = List.copyOf(points);
    }
}

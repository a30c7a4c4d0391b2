package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * A curve of fixed points. Both arms of a pitchfork are one branch, which passes through the branch point; of branches
 * that are symmetric images of one another there is one.
 *
 * @param number from 1
 * @param points in order along it; a single one where no step could be taken either way
 * @param begin why there is nothing before the first point
 * @param end why there is nothing after the last point
 * @param neutralModes dimension of the continuous family that each of its fixed points belongs to; 0 if isolated
 * @param isotropy the symmetries of its fixed points; empty where the equations have none or too many to be searched
 */
public record Branch(
        int number,
        List<BranchPoint> points,
        BranchEnd begin,
        BranchEnd end,
        int neutralModes,
        Optional<BranchIsotropy> isotropy) {
    public Branch {
        points = List.copyOf(points);
    }

    /** What was found in other units, in the flow's own. */
    Branch unscaled(StateUnits units) {
        return new Branch(
                number,
                points.stream().map(point -> point.unscaled(units)).toList(),
                begin,
                end,
                neutralModes,
                isotropy);
    }
}

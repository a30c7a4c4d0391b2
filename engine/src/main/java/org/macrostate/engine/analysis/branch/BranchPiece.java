package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.solvers.continuation.Branch;
import org.macrostate.solvers.continuation.BranchPoint;

/**
 * A stretch of a branch along which stability does not change; neighbouring ones share a point. A branch that could not
 * be followed from where it was found is a stretch of one point.
 */
record BranchPiece(boolean stable, List<BranchPoint> points) {
    static List<BranchPiece> of(Branch branch) {
        List<BranchPiece> pieces = new ArrayList<>();
        List<BranchPoint> points = new ArrayList<>(List.of(branch.points().get(0)));
        for (int i = 1; i < branch.points().size(); i++) {
            BranchPoint before = branch.points().get(i - 1);
            BranchPoint point = branch.points().get(i);
            boolean changes =
                    i > 1 && stable(before, point) != stable(branch.points().get(i - 2), before);
            if (changes) {
                pieces.add(new BranchPiece(stable(branch.points().get(i - 2), before), List.copyOf(points)));
                points = new ArrayList<>(List.of(before));
            }
            points.add(point);
        }
        int last = branch.points().size() - 1;
        pieces.add(new BranchPiece(
                stable(
                        branch.points().get(Math.max(0, last - 1)),
                        branch.points().get(last)),
                points));
        return pieces;
    }

    /** A bifurcation at one end does not make what lies between unstable. */
    private static boolean stable(BranchPoint one, BranchPoint other) {
        return one.stable() || other.stable();
    }
}

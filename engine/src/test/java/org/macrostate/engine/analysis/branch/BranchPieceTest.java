package org.macrostate.engine.analysis.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.macrostate.solvers.continuation.Branch;
import org.macrostate.solvers.continuation.BranchEnd;
import org.macrostate.solvers.continuation.BranchPoint;

class BranchPieceTest {

    @Test
    void stretches_of_one_stability_share_the_point_where_it_changes() {
        List<BranchPiece> pieces = BranchPiece.of(branch(true, true, false, false));
        assertEquals(
                List.of(true, false), pieces.stream().map(BranchPiece::stable).toList());
        assertEquals(List.of(0.0, 1.0, 2.0), parameters(pieces.get(0)));
        assertEquals(List.of(2.0, 3.0), parameters(pieces.get(1)));
    }

    @Test
    void an_unstable_point_between_stable_ones_is_a_bifurcation_not_a_stretch() {
        List<BranchPiece> pieces = BranchPiece.of(branch(true, false, true));
        assertEquals(List.of(true), pieces.stream().map(BranchPiece::stable).toList());
    }

    @Test
    void a_branch_of_a_single_point_is_a_stretch_of_it() {
        for (boolean stable : new boolean[] {true, false}) {
            List<BranchPiece> pieces = BranchPiece.of(branch(stable));
            assertEquals(1, pieces.size());
            assertEquals(stable, pieces.get(0).stable());
            assertEquals(List.of(0.0), parameters(pieces.get(0)));
        }
    }

    private static List<Double> parameters(BranchPiece piece) {
        return piece.points().stream().map(BranchPoint::parameter).toList();
    }

    private static Branch branch(boolean... stable) {
        List<BranchPoint> points = new ArrayList<>();
        for (int i = 0; i < stable.length; i++) {
            points.add(new BranchPoint(i, new double[1], stable[i], List.of(), new double[0]));
        }
        return new Branch(1, points, BranchEnd.PARAMETER_BOUND, BranchEnd.PARAMETER_BOUND, 0, Optional.empty());
    }
}

package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A bifurcation as it was located, in scaled coordinates.
 *
 * @param state the point with the branch's tangent there
 * @param directions orthonormal, n + 1 each: where other branches may leave, across the tangent; empty unless it is a
 *     branch point
 */
record CriticalPoint(
        Bifurcation.Kind kind,
        BranchState state,
        List<double[]> directions,
        boolean symmetryBreaking,
        double frequency,
        int multiplicity) {
    /** Its image under a symmetry; no branches are sought that leave it, for those that leave this one are their images. */
    CriticalPoint under(UnaryOperator<BranchState> image) {
        return new CriticalPoint(kind, image.apply(state), List.of(), symmetryBreaking, frequency, multiplicity);
    }
}

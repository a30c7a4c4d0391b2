package org.macrostate.solvers.continuation;

import java.util.List;

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
        int multiplicity) {}

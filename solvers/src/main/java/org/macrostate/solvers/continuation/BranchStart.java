package org.macrostate.solvers.continuation;

import org.macrostate.solvers.fixedpoint.FixedPoint;

/**
 * A fixed point from which a branch is followed.
 *
 * @param state n
 * @param part where it is along the parameter's range, from 0 to 1
 * @param neutral dimension of the continuous family it belongs to
 * @param images how many symmetric images it has
 * @param undecided whether its eigenvalues do not tell its stability
 */
record BranchStart(double[] state, double part, int neutral, long images, boolean undecided) {
    static BranchStart of(FixedPoint point, double part) {
        return new BranchStart(
                point.state(),
                part,
                point.neutralModes(),
                point.images(),
                !point.stability().isDecided());
    }
}

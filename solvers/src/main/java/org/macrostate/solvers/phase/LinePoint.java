package org.macrostate.solvers.phase;

import org.macrostate.solvers.nonlinear.CurvePoint;

/**
 * A fixed point on a line of parameters.
 *
 * @param point state and t, n + 1; not to be modified
 * @param tangent of the branch there, of length 1; not to be modified
 * @param growth its eigenvalues
 */
record LinePoint(double[] point, double[] tangent, LeadingEigenvalue growth) implements CurvePoint {
    /** Where on the line. */
    double t() {
        return point[point.length - 1];
    }

    /** How fast t rises along the branch. */
    double rise() {
        return tangent[tangent.length - 1];
    }
}

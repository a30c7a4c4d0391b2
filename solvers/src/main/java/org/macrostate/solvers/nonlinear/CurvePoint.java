package org.macrostate.solvers.nonlinear;

/** A solution on a curve of solutions. */
public interface CurvePoint {
    /** The unknowns; not to be modified. */
    double[] point();

    /** The unit tangent of the curve, ahead; not to be modified. */
    double[] tangent();
}

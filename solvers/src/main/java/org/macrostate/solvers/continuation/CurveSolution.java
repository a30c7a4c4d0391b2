package org.macrostate.solvers.continuation;

import org.macrostate.solvers.nonlinear.CurvePoint;

/**
 * A solution of a defining system.
 *
 * @param system normalised near it
 */
record CurveSolution(DefiningSystem system, double[] point, double[] tangent) implements CurvePoint {}

package org.macrostate.solvers.continuation;

import java.util.List;

/**
 * Folds, branch points or Hopf points of one kind, followed in two parameters.
 *
 * @param number from 1
 * @param points in order along it, at least one
 * @param begin why there is nothing before the first point
 * @param end why there is nothing after the last point
 */
public record BifurcationCurve(int number, Bifurcation.Kind kind, List<Point> points, CurveEnd begin, CurveEnd end) {
    public BifurcationCurve {
        points = List.copyOf(points);
    }

    /**
     * A point of the curve.
     *
     * @param p the varied parameter
     * @param q the parameter in which the curve is followed
     * @param state n; not to be modified
     * @param unstable eigenvalues with a positive real part beside the critical ones; with none the state is stable on
     *     one side of the curve
     */
    public record Point(double p, double q, double[] state, int unstable) {}
}

package org.macrostate.solvers.nonlinear;

/**
 * One step along a curve of solutions.
 *
 * @param length distance of the hyperplane in which {@code to} lies, along the tangent of {@code from}
 */
public record ArclengthStep<S extends CurvePoint>(S from, S to, double length) {
    /** The cosine of the angle between the tangents. */
    public double bend() {
        return Vector.dot(from.tangent(), to.tangent());
    }

    /** How far Newton's method had to correct the prediction. */
    public double correction() {
        return Vector.distance(Vector.moved(from.point(), length, from.tangent()), to.point());
    }
}

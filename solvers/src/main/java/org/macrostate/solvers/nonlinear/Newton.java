package org.macrostate.solvers.nonlinear;

import java.util.Optional;

/**
 * Newton's method from a start that is nearly a solution. Immutable.
 *
 * <p>It ends where a step is short and the residual zero, or where steps stop becoming shorter and the residual is as
 * small as the equations can be evaluated.
 *
 * @param system as many equations as unknowns, or one equation less: then see {@link #across}
 * @param steps the most that are taken
 * @param lastStep a step of this length, relative to 1 + the largest unknown, is the last
 */
public record Newton(NonlinearSystem system, int steps, double lastStep) {
    private static final int STEPS = 10;
    private static final double LAST_STEP = 1e-13;
    private static final double ROUNDING = 1e-13;

    /** With at most ten steps, the last one of the size of rounding. */
    public static Newton of(NonlinearSystem system) {
        return new Newton(system, STEPS, LAST_STEP);
    }

    /** The solution of a system with as many equations as unknowns; empty if none is reached. */
    public Optional<double[]> from(double[] start) {
        return solve(start, new double[0]);
    }

    /**
     * The point of a curve of solutions in the hyperplane through a prediction across a border (H. B. Keller, "Numerical
     * solution of bifurcation and nonlinear eigenvalue problems", 1977); empty if none is reached.
     *
     * @param border one number an unknown; not modified
     */
    public Optional<double[]> across(double[] predicted, double[] border) {
        return solve(predicted, border);
    }

    /** The unit tangent of a curve of solutions at one of them that points ahead. */
    public double[] tangent(double[] y, double[] ahead) {
        double[] right = new double[y.length];
        right[y.length - 1] = 1;
        double[] tangent = system.gauge().solve(bordered(system.jacobian(y), ahead), right);
        return Vector.moved(new double[y.length], 1 / Vector.norm(tangent), tangent);
    }

    private Optional<double[]> solve(double[] start, double[] border) {
        double[] y = start;
        double[] residual = new double[system.equations()];
        double level = border.length == 0 ? 0 : Vector.dot(border, start);
        double last = Double.POSITIVE_INFINITY;
        double slope = 0;
        for (int i = 0; i < steps; i++) {
            system.residual(y, residual);
            double largest = Vector.maxNorm(residual);
            double[] matrix = bordered(system.jacobian(y), border);
            slope = Vector.maxNorm(matrix);
            double[] defect = Vector.moved(new double[y.length], -1, residual);
            if (border.length > 0) {
                defect[y.length - 1] = level - Vector.dot(border, y);
            }
            double[] change = system.gauge().solve(matrix, defect);
            double length = Vector.maxNorm(change);
            if (!Double.isFinite(largest) || !Double.isFinite(length)) {
                return Optional.empty();
            }
            double[] moved = Vector.moved(y, 1, change);
            if (length <= lastStep * (1 + Vector.maxNorm(y))) {
                // In a singular system a short step may be all that helps, far from a solution.
                system.residual(moved, residual);
                double after = Vector.maxNorm(residual);
                return after <= ROUNDING * slope || system.isZero(after, slope, moved)
                        ? Optional.of(moved)
                        : Optional.empty();
            }
            if (i > 1 && length >= last / 2 && system.isZero(largest, slope, y)) {
                return Optional.of(y);
            }
            last = length;
            y = moved;
        }
        system.residual(y, residual);
        return system.isZero(Vector.maxNorm(residual), slope, y) ? Optional.of(y) : Optional.empty();
    }

    private double[] bordered(double[] jacobian, double[] border) {
        if (border.length == 0) {
            return jacobian;
        }
        int size = border.length;
        double[] matrix = java.util.Arrays.copyOf(jacobian, size * size);
        System.arraycopy(border, 0, matrix, (size - 1) * size, size);
        return matrix;
    }
}

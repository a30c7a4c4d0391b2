package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.fixedpoint.FixedSpace;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The equations of a branch in the states that its symmetries keep, in which all of it lies: m equations in m + 1 unknowns,
 * orthonormal coordinates of a scaled point. Where a symmetry breaks, the Jacobian of these is regular. Mutable scratch: one a
 * thread.
 */
final class SymmetricBranch implements NonlinearSystem {
    /** Of the largest entry; a kernel that is another one misses by as much. */
    private static final double AGREES = 1e-6;

    private static final double ALONG = 1e-2;

    private final ContinuationProblem problem;
    private final FixedSpace space;
    private final FixedSpace.Kernels kernels;
    private final double unit;
    private final int n;
    private final int m;
    private final double[] work;

    private SymmetricBranch(ContinuationProblem problem, FixedSpace.Kernels kernels, double unit, int n) {
        this.problem = problem;
        this.space = kernels.space();
        this.kernels = kernels;
        this.unit = unit;
        this.n = n;
        this.m = space.dimension();
        this.work = new double[kernels.workLength()];
    }

    /**
     * Empty where there are no kernels for such states, or they do not say what those of the whole system say.
     *
     * @param unit of all elements of a state
     * @param state of the branch
     * @param part of the parameter's range there
     */
    static Optional<SymmetricBranch> of(
            ContinuationProblem problem, FixedSpace space, double unit, double[] state, double part) {
        SystemAt system = problem.systemAt(part);
        return problem.kernels(space)
                .map(kernels -> new SymmetricBranch(problem, kernels, unit, state.length))
                .filter(inside -> inside.agrees(system, inside.scaled(state, part)));
    }

    private double[] scaled(double[] state, double part) {
        double[] point = Arrays.copyOf(Vector.moved(new double[n], 1 / unit, state), n + 1);
        point[n] = part;
        return point;
    }

    private boolean agrees(SystemAt system, double[] point) {
        double[] state = space.state(space.coordinates(state(point)));
        double[] jacobian = system.jacobian(state);
        double[] rates = new double[n];
        system.rates(state, rates);
        double[] coordinates = coordinates(point);
        double[] residual = new double[m];
        residual(coordinates, residual);
        double slope = AGREES * (1 + Vector.maxNorm(jacobian));
        return Vector.distance(stateJacobian(point), jacobian) <= slope
                && Vector.distance(residual, space.coordinates(rates)) <= slope * (1 + Vector.maxNorm(state));
    }

    private double[] state(double[] point) {
        return Vector.moved(new double[n], unit, Arrays.copyOf(point, n));
    }

    /** Whether a scaled point, or the difference of two, is one of states that the symmetries keep. */
    boolean contains(double[] vector) {
        return space.contains(Arrays.copyOf(vector, n));
    }

    /** Whether a direction is one of these, to two digits: that of a simple critical mode is, or has no part of them. */
    boolean isAlong(double[] direction) {
        return Vector.distance(projected(direction), direction) <= ALONG * Vector.norm(direction);
    }

    /** The nearest direction that the symmetries keep. */
    double[] projected(double[] direction) {
        double[] projected = Arrays.copyOf(space.projected(Arrays.copyOf(direction, n)), n + 1);
        projected[n] = direction[n];
        return projected;
    }

    /** m + 1, of a scaled point or the difference of two; lengths are the same. */
    double[] coordinates(double[] vector) {
        double[] coordinates = Arrays.copyOf(space.coordinates(Arrays.copyOf(vector, n)), m + 1);
        coordinates[m] = vector[n];
        return coordinates;
    }

    /** n + 1. */
    double[] point(double[] coordinates) {
        double[] point = Arrays.copyOf(space.state(Arrays.copyOf(coordinates, m)), n + 1);
        point[n] = coordinates[m];
        return point;
    }

    /** ∂f/∂x, n·n, of the unscaled state of a scaled point that the symmetries keep. */
    double[] stateJacobian(double[] point) {
        return wholeJacobian(coordinates(point));
    }

    private double[] wholeJacobian(double[] y) {
        return kernels.jacobian(unscaled(y), problem.parameters(y[m]), work);
    }

    /** Eigenvalues of such a Jacobian, by falling real part. */
    List<Complex> spectrum(double[] jacobian) {
        return space.spectrum(jacobian);
    }

    private double[] unscaled(double[] y) {
        return Vector.moved(new double[m], unit, Arrays.copyOf(y, m));
    }

    @Override
    public int equations() {
        return m;
    }

    @Override
    public int unknowns() {
        return m + 1;
    }

    @Override
    public void residual(double[] y, double[] residual) {
        System.arraycopy(kernels.rates(unscaled(y), problem.parameters(y[m]), work), 0, residual, 0, m);
    }

    @Override
    public double[] jacobian(double[] y) {
        double[] restricted = space.restricted(wholeJacobian(y));
        double[] slopes = kernels.slopes(unscaled(y), problem.parameters(y[m]), work);
        double[] matrix = new double[m * (m + 1)];
        for (int k = 0; k < m; k++) {
            for (int l = 0; l < m; l++) {
                matrix[k * (m + 1) + l] = unit * restricted[k * m + l];
            }
            matrix[k * (m + 1) + m] = slopes[k] * problem.range().length();
        }
        return matrix;
    }

    /** (∂f/∂x, ∂f/∂s; border), (m + 1)·(m + 1), at a scaled point. */
    double[] bordered(double[] point, double[] border) {
        double[] matrix = Arrays.copyOf(jacobian(coordinates(point)), (m + 1) * (m + 1));
        System.arraycopy(coordinates(border), 0, matrix, m * (m + 1), m + 1);
        return matrix;
    }

    @Override
    public boolean isZero(double residual, double slope, double[] y) {
        return ResidualNoise.isZero(this, residual, y);
    }
}

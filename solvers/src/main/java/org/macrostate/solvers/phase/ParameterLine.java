package org.macrostate.solvers.phase;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * A system along the straight line from one parameter vector to another, t from 0 to 1. Points are (state, t), n + 1
 * numbers. Mutable scratch: one a thread.
 */
final class ParameterLine implements NonlinearSystem {
    private static final double DIFFERENCE = 1e-6;

    private final SystemAt system;
    private final double[] from;
    private final double[] to;
    private final int n;

    ParameterLine(SystemAt system, double[] from, double[] to) {
        this.system = system;
        this.from = from;
        this.to = to;
        this.n = system.length();
    }

    /** n. */
    int length() {
        return n;
    }

    @Override
    public int equations() {
        return n;
    }

    @Override
    public int unknowns() {
        return n + 1;
    }

    @Override
    public void residual(double[] point, double[] f) {
        rates(point, f);
    }

    /** (∂f/∂x, ∂f/∂t), n·(n + 1); only steers an iteration, so that ∂f/∂t may be a difference. */
    @Override
    public double[] jacobian(double[] point) {
        double[] matrix = new double[n * (n + 1)];
        double[] jacobian = stateJacobian(point);
        double[] drift = drift(point);
        for (int i = 0; i < n; i++) {
            System.arraycopy(jacobian, i * n, matrix, i * (n + 1), n);
            matrix[i * (n + 1) + n] = drift[i];
        }
        return matrix;
    }

    /** The largest modulus of the rates; they themselves go to {@code f}, n. */
    double rates(double[] point, double[] f) {
        setParameters(point[n]);
        return system.rates(point, f);
    }

    /** ∂f/∂x, n·n, a new array. */
    double[] stateJacobian(double[] point) {
        setParameters(point[n]);
        double[] jacobian = new double[n * n];
        system.jacobian(point, jacobian);
        return jacobian;
    }

    /** Eigenvalues of the Jacobian with respect to the state, by falling real part. */
    List<Complex> spectrum(double[] jacobian) {
        return system.spectrum(jacobian);
    }

    /** What counts as zero among them. */
    double zero(List<Complex> eigenvalues, double[] jacobian) {
        return system.zero(eigenvalues, jacobian, 1e-14);
    }

    /** ∂f/∂t by differences, central except at the line's ends; n, a new array. */
    double[] drift(double[] point) {
        double forward = point[n] + DIFFERENCE > 1 ? 0 : DIFFERENCE;
        double backward = point[n] - DIFFERENCE < 0 ? 0 : DIFFERENCE;
        double[] later = new double[n];
        double[] earlier = new double[n];
        double[] shifted = point.clone();
        shifted[n] = point[n] + forward;
        rates(shifted, later);
        shifted[n] = point[n] - backward;
        rates(shifted, earlier);
        for (int i = 0; i < n; i++) {
            later[i] = (later[i] - earlier[i]) / (forward + backward);
        }
        return later;
    }

    private void setParameters(double t) {
        double[] parameters = from.clone();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = t == 1 ? to[i] : from[i] + t * (to[i] - from[i]);
        }
        system.setParameters(parameters);
    }

    /** The state's part of a point, n, a new array. */
    double[] state(double[] point) {
        return java.util.Arrays.copyOf(point, n);
    }

    /** The Euclidean length of the state's part. */
    double size(double[] point) {
        return Vector.norm(state(point));
    }
}

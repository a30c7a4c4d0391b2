package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Locates a simple branch point as a regular root of an extended system (G. Moore, Numer. Funct. Anal. Optim. 2, 441,
 * 1980): f + b ψ₀ = 0, Jᵀψ = 0, ψ·∂f/∂s = 0, ψ·ψ₀ = 1 for the point, the left null vector ψ and b, which is zero where
 * branches really cross. Along the branch itself Newton's method loses half of its digits there. Second derivatives only
 * steer the iteration and are differences.
 */
final class BranchPointSystem implements NonlinearSystem {
    private static final int STEPS = 12;
    private static final double DIFFERENCE = 1e-6;
    private static final double LAST_STEP = 1e-11;
    private static final double FARTHEST = 1e-4;
    private static final double PERFECT = 1e-11;

    private final NonlinearSystem curve;
    private final double[] psi0;
    private final int n;

    private BranchPointSystem(NonlinearSystem curve, double[] psi0) {
        this.curve = curve;
        this.psi0 = psi0;
        this.n = curve.equations();
    }

    /** The branch point near a point, n + 1; empty if there is none. */
    static Optional<double[]> near(BranchEquations equations, double[] start) {
        double[] psi0 = new SingularVectors(equations.stateJacobian(start), equations.length())
                .lastLeft(1)
                .get(0);
        return near(equations, psi0, start);
    }

    /** As {@link #near(BranchEquations, double[])}, of a branch point at which the branch's symmetries stay. */
    static Optional<double[]> near(SymmetricBranch branch, double[] start) {
        int m = branch.equations();
        double[] coordinates = branch.coordinates(start);
        double[] slopes = branch.jacobian(coordinates);
        double[] square = new double[m * m];
        for (int k = 0; k < m; k++) {
            System.arraycopy(slopes, k * (m + 1), square, k * m, m);
        }
        double[] psi0 = new SingularVectors(square, m).lastLeft(1).get(0);
        return near(branch, psi0, coordinates).map(branch::point);
    }

    /** Of a curve of n equations in n + 1 unknowns. */
    private static Optional<double[]> near(NonlinearSystem curve, double[] psi0, double[] start) {
        int n = curve.equations();
        BranchPointSystem system = new BranchPointSystem(curve, psi0);
        double[] y = Arrays.copyOf(start, 2 * n + 2);
        System.arraycopy(psi0, 0, y, n + 1, n);
        return new Newton(system, STEPS, LAST_STEP)
                .from(y)
                .filter(root -> Math.abs(root[2 * n + 1]) <= PERFECT * system.size(root))
                .map(root -> Arrays.copyOf(root, n + 1))
                .filter(point -> Vector.distance(point, start) <= FARTHEST);
    }

    @Override
    public int equations() {
        return 2 * n + 2;
    }

    @Override
    public int unknowns() {
        return 2 * n + 2;
    }

    private double[] psi(double[] y) {
        return Arrays.copyOfRange(y, n + 1, 2 * n + 1);
    }

    @Override
    public void residual(double[] y, double[] residual) {
        double[] psi = psi(y);
        double[] f = new double[n];
        curve.residual(Arrays.copyOf(y, n + 1), f);
        for (int i = 0; i < n; i++) {
            residual[i] = f[i] + y[2 * n + 1] * psi0[i];
        }
        System.arraycopy(contracted(Arrays.copyOf(y, n + 1), psi), 0, residual, n, n + 1);
        residual[2 * n + 1] = Vector.dot(psi, psi0) - 1;
    }

    /** ψᵀ(J, ∂f/∂s), n + 1, in scaled coordinates. */
    private double[] contracted(double[] point, double[] psi) {
        return Vector.transposedTimes(curve.jacobian(point), psi);
    }

    @Override
    public boolean isZero(double largest, double slope, double[] y) {
        return largest <= PERFECT * size(y);
    }

    /** Of the slopes, at least 1. */
    private double size(double[] y) {
        return Math.max(1, Vector.maxNorm(curve.jacobian(Arrays.copyOf(y, n + 1))));
    }

    @Override
    public double[] jacobian(double[] y) {
        int size = 2 * n + 2;
        double[] matrix = new double[size * size];
        double[] point = Arrays.copyOf(y, n + 1);
        double[] psi = psi(y);
        double[] slopes = curve.jacobian(point);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= n; j++) {
                matrix[i * size + j] = slopes[i * (n + 1) + j];
                matrix[(n + j) * size + n + 1 + i] = slopes[i * (n + 1) + j];
            }
            matrix[i * size + size - 1] = psi0[i];
            matrix[(2 * n + 1) * size + n + 1 + i] = psi0[i];
        }
        for (int k = 0; k <= n; k++) {
            double[] shifted = point.clone();
            shifted[k] += DIFFERENCE;
            double[] later = contracted(shifted, psi);
            shifted[k] = point[k] - DIFFERENCE;
            double[] earlier = contracted(shifted, psi);
            for (int j = 0; j <= n; j++) {
                matrix[(n + j) * size + k] = (later[j] - earlier[j]) / (2 * DIFFERENCE);
            }
        }
        return matrix;
    }
}

package org.macrostate.solvers.continuation;

import java.util.Optional;
import org.macrostate.solvers.fixedpoint.LinearSystem;
import org.macrostate.solvers.fixedpoint.SingularVectors;
import org.macrostate.solvers.fixedpoint.Vector;

/**
 * Locates a simple branch point as a regular root of an extended system (G. Moore, Numer. Funct. Anal. Optim. 2, 441,
 * 1980): f + b ψ₀ = 0, Jᵀψ = 0, ψ·∂f/∂s = 0, ψ·ψ₀ = 1 for the point, the left null vector ψ and b, which is zero where
 * branches really cross. Along the branch itself Newton's method loses half of its digits there. Second derivatives only
 * steer the iteration and are differences.
 */
final class BranchPointSystem {
    private static final int STEPS = 12;
    private static final double DIFFERENCE = 1e-6;
    private static final double LAST_STEP = 1e-11;
    private static final double FARTHEST = 1e-4;
    private static final double PERFECT = 1e-11;

    private final BranchEquations equations;
    private final int n;

    BranchPointSystem(BranchEquations equations) {
        this.equations = equations;
        this.n = equations.length();
    }

    /** The branch point near a point, n + 1; empty if there is none. */
    Optional<double[]> near(double[] start) {
        double[] point = start.clone();
        double[] psi = leftNull(point);
        double[] psi0 = psi.clone();
        double b = 0;
        int size = 2 * n + 2;
        for (int step = 0; step < STEPS; step++) {
            double[] defect = defect(point, psi, psi0, b);
            double[] change = LinearSystem.solve(matrix(point, psi, psi0), defect);
            double length = Vector.maxNorm(change);
            if (!(length <= 1 / DIFFERENCE)) {
                return Optional.empty();
            }
            for (int i = 0; i <= n; i++) {
                point[i] += change[i];
            }
            for (int i = 0; i < n; i++) {
                psi[i] += change[n + 1 + i];
            }
            b += change[size - 1];
            if (Vector.distance(point, start) > FARTHEST) {
                return Optional.empty();
            }
            if (length <= LAST_STEP) {
                double rates = Vector.maxNorm(equations.bordered(point, new double[n + 1]));
                double missed = Vector.maxNorm(defect(point, psi, psi0, b));
                boolean found = Math.max(missed, Math.abs(b)) <= PERFECT * Math.max(1, rates);
                return found ? Optional.of(point) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private double[] leftNull(double[] point) {
        var modes = new SingularVectors(SingularVectors.transposed(equations.jacobian(point), n), n).modes();
        return modes.get(n - 1).right().clone();
    }

    /** What is missing to zero, 2n + 2. */
    private double[] defect(double[] point, double[] psi, double[] psi0, double b) {
        double[] defect = new double[2 * n + 2];
        double[] f = new double[n];
        equations.rates(point, f);
        double[] contracted = contracted(point, psi);
        for (int i = 0; i < n; i++) {
            defect[i] = -f[i] - b * psi0[i];
        }
        for (int j = 0; j <= n; j++) {
            defect[n + j] = -contracted[j];
        }
        defect[2 * n + 1] = 1 - Vector.dot(psi, psi0);
        return defect;
    }

    /** ψᵀ(J, ∂f/∂s), n + 1, in scaled coordinates. */
    private double[] contracted(double[] point, double[] psi) {
        double[] bordered = equations.bordered(point, new double[n + 1]);
        double[] contracted = new double[n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= n; j++) {
                contracted[j] += psi[i] * bordered[i * (n + 1) + j];
            }
        }
        return contracted;
    }

    private double[] matrix(double[] point, double[] psi, double[] psi0) {
        int size = 2 * n + 2;
        double[] matrix = new double[size * size];
        double[] bordered = equations.bordered(point, new double[n + 1]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= n; j++) {
                matrix[i * size + j] = bordered[i * (n + 1) + j];
                matrix[(n + j) * size + n + 1 + i] = bordered[i * (n + 1) + j];
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

package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Branch points: f + b ψ₀ = 0, Jᵀψ = 0, ψ·∂f/∂s = 0, ψ·ψ₀ = 1 (Moore, Numer. Funct. Anal. Optim. 2, 441, 1980).
 * Unknowns are (x, s, r, ψ, b), 2n + 3. Branches cross along a whole curve only where something keeps them, a symmetry or
 * a subspace that is never left; b is zero there, and where it is not the branch point has unfolded.
 */
final class BranchPointCurve extends DefiningSystem {
    private static final double UNFOLDED = 1e-8;

    private final PlaneProblem problem;
    private final double[] psi0;
    private final int n;

    private BranchPointCurve(PlaneProblem problem, double[] psi0) {
        this.problem = problem;
        this.psi0 = psi0;
        this.n = problem.length();
    }

    /** The unknowns at a branch point of one parameter, n + 2. */
    static double[] start(PlaneProblem problem, double[] point) {
        int n = problem.length();
        double[] y = Arrays.copyOf(point, 2 * n + 3);
        System.arraycopy(
                new SingularVectors(problem.jacobian(point), n).lastLeft(1).get(0), 0, y, n + 2, n);
        return y;
    }

    static BranchPointCurve of(PlaneProblem problem, double[] y) {
        return new BranchPointCurve(problem, Vector.unit(psi(y, problem.length())));
    }

    private static double[] psi(double[] y, int n) {
        return Arrays.copyOfRange(y, n + 2, 2 * n + 2);
    }

    @Override
    public int unknowns() {
        return 2 * n + 3;
    }

    @Override
    Bifurcation.Kind kind() {
        return Bifurcation.Kind.BRANCH_POINT;
    }

    @Override
    PlaneProblem problem() {
        return problem;
    }

    @Override
    double[] residual(double[] y) {
        double[] residual = Arrays.copyOf(problem.rates(y), 2 * n + 2);
        double[] psi = psi(y, n);
        for (int i = 0; i < n; i++) {
            residual[i] += y[2 * n + 2] * psi0[i];
        }
        System.arraycopy(Vector.transposedTimes(problem.jacobian(y), psi), 0, residual, n, n);
        residual[2 * n] = Vector.dot(psi, problem.slopeS(y));
        residual[2 * n + 1] = Vector.dot(psi, psi0) - 1;
        return residual;
    }

    @Override
    DefiningSystem near(double[] y) {
        return of(problem, y);
    }

    @Override
    double[] normalised(double[] y) {
        double[] normalised = y.clone();
        System.arraycopy(Vector.unit(psi(y, n)), 0, normalised, n + 2, n);
        return normalised;
    }

    /** The cubic coefficient of a pitchfork's normal form; NaN at a transcritical point. */
    @Override
    double[] tests(double[] y) {
        double[] scaled = Arrays.copyOf(y, n);
        return new double[] {
            NormalForm.of(
                            x -> {
                                double[] shifted = y.clone();
                                System.arraycopy(x, 0, shifted, 0, n);
                                return problem.jacobian(shifted);
                            },
                            scaled,
                            false)
                    .filter(form -> form.type() != NormalForm.Type.TRANSCRITICAL)
                    .map(NormalForm::coefficient)
                    .orElse(Double.NaN)
        };
    }

    @Override
    List<CodimensionTwo.Kind> marks() {
        return List.of(CodimensionTwo.Kind.TRICRITICAL);
    }

    @Override
    List<Complex> critical(double[] y) {
        return List.of(Complex.ZERO);
    }

    @Override
    boolean holds(double[] y) {
        return Math.abs(y[2 * n + 2]) <= UNFOLDED * Vector.maxNorm(problem.jacobian(y));
    }
}

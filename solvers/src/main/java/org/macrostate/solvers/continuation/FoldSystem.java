package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Folds: f = 0, J v = 0, v·v₀ = 1 (Seydel, Numer. Math. 33, 339, 1979; Moore and Spence, SIAM J. Numer. Anal. 17, 567,
 * 1980). Unknowns are (x, s, r, v), 2n + 2.
 */
final class FoldSystem extends DefiningSystem {
    private static final double DIFFERENCE = 1e-5;
    private static final double CROSSED = 1e-3;

    private final PlaneProblem problem;
    private final double[] v0;
    private final double[] psi0;
    private final int n;

    private FoldSystem(PlaneProblem problem, double[] v0, double[] psi0) {
        this.problem = problem;
        this.v0 = v0;
        this.psi0 = psi0;
        this.n = problem.length();
    }

    /** The unknowns at a fold of one parameter, n + 2. */
    static double[] start(PlaneProblem problem, double[] point) {
        int n = problem.length();
        double[] y = Arrays.copyOf(point, 2 * n + 2);
        System.arraycopy(right(problem, point), 0, y, n + 2, n);
        return y;
    }

    static FoldSystem of(PlaneProblem problem, double[] y) {
        return new FoldSystem(problem, Vector.unit(vector(y, problem.length())), left(problem, y));
    }

    private static double[] right(PlaneProblem problem, double[] point) {
        return modes(problem, point).lastRight(1).get(0);
    }

    private static double[] left(PlaneProblem problem, double[] point) {
        return modes(problem, point).lastLeft(1).get(0);
    }

    private static SingularVectors modes(PlaneProblem problem, double[] point) {
        return new SingularVectors(problem.jacobian(point), problem.length());
    }

    private static double[] vector(double[] y, int n) {
        return Arrays.copyOfRange(y, n + 2, 2 * n + 2);
    }

    @Override
    public int unknowns() {
        return 2 * n + 2;
    }

    @Override
    Bifurcation.Kind kind() {
        return Bifurcation.Kind.FOLD;
    }

    @Override
    PlaneProblem problem() {
        return problem;
    }

    @Override
    double[] residual(double[] y) {
        double[] residual = Arrays.copyOf(problem.rates(y), 2 * n + 1);
        double[] v = vector(y, n);
        System.arraycopy(Vector.times(problem.jacobian(y), v), 0, residual, n, n);
        residual[2 * n] = Vector.dot(v, v0) - 1;
        return residual;
    }

    @Override
    DefiningSystem near(double[] y) {
        return new FoldSystem(problem, Vector.unit(vector(y, n)), oriented(left(problem, y), psi0));
    }

    @Override
    double[] normalised(double[] y) {
        double[] normalised = y.clone();
        System.arraycopy(Vector.unit(vector(y, n)), 0, normalised, n + 2, n);
        return normalised;
    }

    /** ψ·D²f(v, v), which vanishes at a cusp. */
    @Override
    double[] tests(double[] y) {
        double[] v = Vector.unit(vector(y, n));
        double[] psi = oriented(left(problem, y), psi0);
        double[] ahead = y.clone();
        double[] back = y.clone();
        for (int i = 0; i < n; i++) {
            ahead[i] += DIFFERENCE * v[i];
            back[i] -= DIFFERENCE * v[i];
        }
        double curvature = Vector.dot(psi, Vector.times(problem.jacobian(ahead), v))
                - Vector.dot(psi, Vector.times(problem.jacobian(back), v));
        return new double[] {curvature / (2 * DIFFERENCE)};
    }

    /** ψ·∂f/∂s or ψ·∂f/∂r is not zero: elsewhere a curve of branch points is crossed. */
    @Override
    boolean unfolds(CodimensionTwo.Kind kind, double[] y) {
        double[] psi = left(problem, y);
        double[] bySlopeS = problem.slopeS(y);
        double[] bySlopeR = problem.slopeR(y);
        double size = Vector.norm(bySlopeS) + Vector.norm(bySlopeR) + rates(y) * CROSSED;
        return Math.abs(Vector.dot(psi, bySlopeS)) + Math.abs(Vector.dot(psi, bySlopeR)) > CROSSED * size;
    }

    /** The size of the Jacobian, or of what it changes by over the ranges where all of it vanishes, as in a single equation. */
    private double rates(double[] y) {
        double[] here = problem.jacobian(y);
        double size = Vector.maxNorm(here);
        for (int parameter = n; parameter <= n + 1; parameter++) {
            double[] beside = y.clone();
            double h = y[parameter] > 0.5 ? -DIFFERENCE : DIFFERENCE;
            beside[parameter] += h;
            size = Math.max(size, Vector.distance(problem.jacobian(beside), here) / DIFFERENCE);
        }
        return size;
    }

    @Override
    List<CodimensionTwo.Kind> marks() {
        return List.of(CodimensionTwo.Kind.CUSP);
    }

    @Override
    List<Complex> critical(double[] y) {
        return List.of(Complex.ZERO);
    }

    @Override
    boolean holds(double[] y) {
        return true;
    }
}

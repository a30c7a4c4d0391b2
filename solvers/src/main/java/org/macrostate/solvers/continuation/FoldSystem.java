package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.fixedpoint.SingularVectors;
import org.macrostate.solvers.fixedpoint.Vector;

/**
 * Folds: f = 0, J v = 0, v·v₀ = 1 (Seydel, Numer. Math. 33, 339, 1979; Moore and Spence, SIAM J. Numer. Anal. 17, 567,
 * 1980). Unknowns are (x, s, r, v), 2n + 2.
 */
final class FoldSystem implements DefiningSystem {
    private static final double DIFFERENCE = 1e-5;

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
        int n = problem.length();
        return new SingularVectors(problem.jacobian(point), n)
                .modes()
                .get(n - 1)
                .right()
                .clone();
    }

    private static double[] left(PlaneProblem problem, double[] point) {
        int n = problem.length();
        double[] transposed = SingularVectors.transposed(problem.jacobian(point), n);
        return new SingularVectors(transposed, n).modes().get(n - 1).right().clone();
    }

    private static double[] vector(double[] y, int n) {
        return Arrays.copyOfRange(y, n + 2, 2 * n + 2);
    }

    @Override
    public Bifurcation.Kind kind() {
        return Bifurcation.Kind.FOLD;
    }

    @Override
    public PlaneProblem problem() {
        return problem;
    }

    @Override
    public double[] residual(double[] y) {
        double[] residual = Arrays.copyOf(problem.rates(y), 2 * n + 1);
        double[] v = vector(y, n);
        System.arraycopy(PlaneProblem.times(problem.jacobian(y), v), 0, residual, n, n);
        residual[2 * n] = Vector.dot(v, v0) - 1;
        return residual;
    }

    @Override
    public DefiningSystem near(double[] y) {
        return new FoldSystem(problem, Vector.unit(vector(y, n)), oriented(left(problem, y)));
    }

    @Override
    public double[] normalised(double[] y) {
        double[] normalised = y.clone();
        System.arraycopy(Vector.unit(vector(y, n)), 0, normalised, n + 2, n);
        return normalised;
    }

    private double[] oriented(double[] psi) {
        return Vector.dot(psi, psi0) < 0 ? Vector.moved(new double[n], -1, psi) : psi;
    }

    /** ψ·D²f(v, v), which vanishes at a cusp. */
    @Override
    public double[] tests(double[] y) {
        double[] v = Vector.unit(vector(y, n));
        double[] psi = oriented(left(problem, y));
        double[] ahead = y.clone();
        double[] back = y.clone();
        for (int i = 0; i < n; i++) {
            ahead[i] += DIFFERENCE * v[i];
            back[i] -= DIFFERENCE * v[i];
        }
        double curvature = Vector.dot(psi, PlaneProblem.times(problem.jacobian(ahead), v))
                - Vector.dot(psi, PlaneProblem.times(problem.jacobian(back), v));
        return new double[] {curvature / (2 * DIFFERENCE)};
    }

    @Override
    public List<CodimensionTwo.Kind> marks() {
        return List.of(CodimensionTwo.Kind.CUSP);
    }

    @Override
    public List<Complex> critical(double[] y) {
        return List.of(Complex.ZERO);
    }

    @Override
    public boolean holds(double[] y) {
        return true;
    }
}

package org.macrostate.solvers.continuation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.LinearSystem;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Hopf points: f = 0, (J² + κ) v = 0, v·v₀ = 1, v·c = 0 with κ = ω² (Roose and Hlavaček, SIAM J. Appl. Math. 45, 879,
 * 1985). Unknowns are (x, s, r, v, κ), 2n + 3; κ passes zero at a Bogdanov–Takens point, beyond which the pair is ±λ of a
 * neutral saddle and the curve ends.
 */
final class HopfSystem extends DefiningSystem {

    private final PlaneProblem problem;
    private final double[] v0;
    private final double[] c;
    private final double unitOfKappa;
    private final int n;

    private HopfSystem(PlaneProblem problem, double[] v0, double[] c, double unit) {
        this.problem = problem;
        this.v0 = v0;
        this.c = c;
        this.unitOfKappa = unit;
        this.n = problem.length();
    }

    /** The unknowns at a Hopf point of one parameter, n + 2, with its frequency. */
    static double[] start(PlaneProblem problem, double[] point, double frequency) {
        int n = problem.length();
        double[] y = Arrays.copyOf(point, 2 * n + 3);
        double kappa = frequency * frequency;
        double[] matrix = Vector.squared(problem.jacobian(point), n);
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] += kappa;
        }
        double[] v = new SingularVectors(matrix, n).lastRight(1).get(0);
        System.arraycopy(v, 0, y, n + 2, n);
        y[2 * n + 2] = 1;
        return y;
    }

    /**
     * The unknowns at a Bogdanov–Takens point, n + 2, where κ = 0: v is a vector that J takes to its null vector. The system
     * is regular there, and the curve of Hopf points leaves to the side of positive κ (Roose and Hlavaček 1985, section 3).
     */
    static double[] startAtDoubleZero(PlaneProblem problem, double[] point) {
        int n = problem.length();
        SingularVectors.Mode last =
                new SingularVectors(problem.jacobian(point), n).modes().get(n - 1);
        double[] jacobian = problem.jacobian(point);
        int size = n + 1;
        double[] bordered = new double[size * size];
        for (int i = 0; i < n; i++) {
            System.arraycopy(jacobian, i * n, bordered, i * size, n);
            bordered[i * size + n] = last.left()[i];
            bordered[n * size + i] = last.right()[i];
        }
        double[] v = Arrays.copyOf(LinearSystem.solve(bordered, Arrays.copyOf(last.right(), size)), n);
        double[] y = Arrays.copyOf(point, 2 * n + 3);
        System.arraycopy(Vector.unit(v), 0, y, n + 2, n);
        return y;
    }

    /** With another unit of κ. */
    HopfSystem withUnit(double unit) {
        return new HopfSystem(problem, v0, c, unit);
    }

    /** ω² where the last unknown is 1. */
    double unit() {
        return unitOfKappa;
    }

    static HopfSystem of(PlaneProblem problem, double[] y, double frequency) {
        return of(problem, y, frequency * frequency, problem.length());
    }

    /** Of the plane of critical directions, the one across v is left out by c. */
    private static HopfSystem of(PlaneProblem problem, double[] y, double unit, int n) {
        double[] v = Vector.unit(vector(y, n));
        double[] turned = Vector.times(problem.jacobian(y), v);
        double[] across = Vector.moved(turned, -Vector.dot(turned, v), v);
        return new HopfSystem(problem, v, Vector.unit(across), unit);
    }

    private static double[] vector(double[] y, int n) {
        return Arrays.copyOfRange(y, n + 2, 2 * n + 2);
    }

    private double kappa(double[] y) {
        return unitOfKappa * y[2 * n + 2];
    }

    @Override
    public int unknowns() {
        return 2 * n + 3;
    }

    @Override
    Bifurcation.Kind kind() {
        return Bifurcation.Kind.HOPF;
    }

    @Override
    PlaneProblem problem() {
        return problem;
    }

    @Override
    double[] residual(double[] y) {
        double[] residual = Arrays.copyOf(problem.rates(y), 2 * n + 2);
        double[] v = vector(y, n);
        double[] jacobian = problem.jacobian(y);
        double[] twice = Vector.times(jacobian, Vector.times(jacobian, v));
        for (int i = 0; i < n; i++) {
            residual[n + i] = twice[i] + kappa(y) * v[i];
        }
        residual[2 * n] = Vector.dot(v, v0) - 1;
        residual[2 * n + 1] = Vector.dot(v, c);
        return residual;
    }

    @Override
    DefiningSystem near(double[] y) {
        return of(problem, y, unitOfKappa, n);
    }

    @Override
    double[] normalised(double[] y) {
        double[] normalised = y.clone();
        System.arraycopy(Vector.unit(vector(y, n)), 0, normalised, n + 2, n);
        return normalised;
    }

    @Override
    double[] tests(double[] y) {
        double[] state = problem.state(y);
        double[] point = y.clone();
        LyapunovCoefficient coefficient = new LyapunovCoefficient(
                x -> {
                    double[] shifted = problem.point(x, problem.pValue(point), problem.qValue(point));
                    return problem.jacobian(shifted);
                },
                state);
        return new double[] {y[2 * n + 2], coefficient.at(Math.sqrt(kappa(y)), vector(y, n))};
    }

    @Override
    List<CodimensionTwo.Kind> marks() {
        return List.of(CodimensionTwo.Kind.BOGDANOV_TAKENS, CodimensionTwo.Kind.BAUTIN);
    }

    @Override
    List<Complex> critical(double[] y) {
        double omega = Math.sqrt(Math.max(0, kappa(y)));
        return List.of(new Complex(0, omega), new Complex(0, -omega));
    }

    @Override
    boolean holds(double[] y) {
        return kappa(y) > 0;
    }
}

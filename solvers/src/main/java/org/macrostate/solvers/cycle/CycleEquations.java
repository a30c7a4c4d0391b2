package org.macrostate.solvers.cycle;

import java.util.Arrays;
import org.macrostate.solvers.nonlinear.LuFactors;
import org.macrostate.solvers.nonlinear.Newton;
import org.macrostate.solvers.nonlinear.NonlinearSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Periodic solutions u(τ), τ = t/T, of du/dτ = T f(u, p) by collocation, with the phase fixed by ∫ u · v′ dτ = 0 of a
 * reference v (E. J. Doedel, H. B. Keller and J. P. Kernévez, Int. J. Bifurcation and Chaos 1, 745 (1991)). Unknowns: the
 * values of u at the nodes, in units such that their norm is the root mean square; T in units of a first period; the part
 * of the parameter's range.
 */
final class CycleEquations implements NonlinearSystem {
    private static final int DEGREE = Collocation.DEGREE;
    private static final int STEPS = 8;
    private static final double LAST_STEP = 1e-10;
    private static final double ROUNDING = 1e-11;

    private final CycleProblem problem;
    private final CycleMesh mesh;
    private final double[] reference;
    private final double unit;
    private final double period;
    private final int n;
    private final int values;

    /**
     * @param reference values of v at the nodes, in any units
     * @param unit of the state
     * @param period the unit of T
     */
    CycleEquations(CycleProblem problem, CycleMesh mesh, double[] reference, double unit, double period) {
        this.problem = problem;
        this.mesh = mesh;
        this.reference = reference;
        this.unit = unit;
        this.period = period;
        this.n = problem.length();
        this.values = mesh.nodes() * n;
    }

    CycleProblem problem() {
        return problem;
    }

    CycleMesh mesh() {
        return mesh;
    }

    /** With the values of a solution as reference. */
    CycleEquations with(double[] y) {
        return new CycleEquations(problem, mesh, states(y), unit, period);
    }

    /** On another mesh; the reference comes along. */
    CycleEquations on(CycleMesh other) {
        return new CycleEquations(problem, other, mesh.on(other, reference, n), unit, period);
    }

    Newton newton() {
        return new Newton(this, STEPS, LAST_STEP);
    }

    /** What a state's value is multiplied by to be an unknown. */
    private double factor() {
        return 1 / (unit * Math.sqrt(mesh.nodes()));
    }

    double[] unknowns(double[] states, double cyclePeriod, double part) {
        double[] y = Arrays.copyOf(Vector.moved(new double[values], factor(), states), values + 2);
        y[values] = cyclePeriod / period;
        y[values + 1] = part;
        return y;
    }

    /** The states at the nodes. */
    double[] states(double[] y) {
        return Vector.moved(new double[values], 1 / factor(), Arrays.copyOf(y, values));
    }

    double period(double[] y) {
        return y[values] * period;
    }

    double part(double[] y) {
        return y[values + 1];
    }

    @Override
    public int equations() {
        return values + 1;
    }

    @Override
    public int unknowns() {
        return values + 2;
    }

    /** The state at a Gauss point. */
    private double[] state(double[] states, int interval, int point) {
        return combined(states, interval, Collocation.VALUE[point]);
    }

    private double[] combined(double[] states, int interval, double[] weights) {
        double[] sum = new double[n];
        for (int j = 0; j <= DEGREE; j++) {
            int place = mesh.place(interval, j, n);
            for (int e = 0; e < n; e++) {
                sum[e] += weights[j] * states[place + e];
            }
        }
        return sum;
    }

    @Override
    public void residual(double[] y, double[] residual) {
        double[] states = states(y);
        double t = period(y);
        problem.moveTo(part(y));
        double phase = 0;
        for (int i = 0; i < mesh.intervals(); i++) {
            for (int k = 0; k < DEGREE; k++) {
                double[] state = state(states, i, k);
                double[] rates = problem.rates(state);
                double[] slope = combined(states, i, Collocation.SLOPE[k]);
                double[] turning = combined(reference, i, Collocation.SLOPE[k]);
                for (int e = 0; e < n; e++) {
                    residual[(i * DEGREE + k) * n + e] = (slope[e] - mesh.width(i) * t * rates[e]) / unit;
                    phase += Collocation.weight(k) * state[e] * turning[e];
                }
            }
        }
        residual[values] = phase / (unit * unit);
    }

    @Override
    public double[] jacobian(double[] y) {
        double[] states = states(y);
        double t = period(y);
        int size = values + 2;
        double scale = 1 / (factor() * unit);
        double[] matrix = new double[(values + 1) * size];
        problem.moveTo(part(y));
        for (int i = 0; i < mesh.intervals(); i++) {
            double h = mesh.width(i);
            for (int k = 0; k < DEGREE; k++) {
                double[] state = state(states, i, k);
                double[] rates = problem.rates(state);
                double[] byState = problem.jacobian(state);
                double[] byPart = problem.slope(state, part(y));
                double[] turning = combined(reference, i, Collocation.SLOPE[k]);
                for (int e = 0; e < n; e++) {
                    int row = ((i * DEGREE + k) * n + e) * size;
                    for (int j = 0; j <= DEGREE; j++) {
                        int place = mesh.place(i, j, n);
                        matrix[row + place + e] += scale * Collocation.SLOPE[k][j];
                        double factor = -scale * h * t * Collocation.VALUE[k][j];
                        for (int l = 0; l < n; l++) {
                            matrix[row + place + l] += factor * byState[e * n + l];
                        }
                        matrix[values * size + place + e] +=
                                Collocation.weight(k) * Collocation.VALUE[k][j] * turning[e] * scale / unit;
                    }
                    matrix[row + values] = -h * period * rates[e] / unit;
                    matrix[row + values + 1] = -h * t * byPart[e] / unit;
                }
            }
        }
        return matrix;
    }

    @Override
    public boolean isZero(double largest, double slope, double[] y) {
        return largest <= ROUNDING * Math.max(1, slope);
    }

    /** The map of deviations over one period, n·n: the product of those over the intervals. */
    double[] monodromy(double[] y) {
        double[] states = states(y);
        double t = period(y);
        problem.moveTo(part(y));
        double[] product = new double[n * n];
        for (int e = 0; e < n; e++) {
            product[e * n + e] = 1;
        }
        for (int i = 0; i < mesh.intervals(); i++) {
            product = Vector.product(over(states, i, mesh.width(i) * t), product, n);
        }
        return product;
    }

    /** The map of deviations over an interval of a length in time. */
    private double[] over(double[] states, int interval, double length) {
        int size = DEGREE * n;
        double[] matrix = new double[size * size];
        double[][] right = new double[n][size];
        for (int k = 0; k < DEGREE; k++) {
            double[] jacobian = problem.jacobian(state(states, interval, k));
            for (int e = 0; e < n; e++) {
                int row = k * n + e;
                for (int l = 0; l < n; l++) {
                    double rate = length * jacobian[e * n + l];
                    for (int j = 1; j <= DEGREE; j++) {
                        matrix[row * size + (j - 1) * n + l] =
                                (e == l ? Collocation.SLOPE[k][j] : 0) - Collocation.VALUE[k][j] * rate;
                    }
                    right[l][row] = Collocation.VALUE[k][0] * rate - (e == l ? Collocation.SLOPE[k][0] : 0);
                }
            }
        }
        LuFactors factors = new LuFactors(size);
        double[] map = new double[n * n];
        if (!factors.factor(matrix)) {
            Arrays.fill(map, Double.NaN);
            return map;
        }
        for (int l = 0; l < n; l++) {
            double[] end = factors.solve(right[l]);
            for (int e = 0; e < n; e++) {
                map[e * n + l] = end[(DEGREE - 1) * n + e];
            }
        }
        return map;
    }
}

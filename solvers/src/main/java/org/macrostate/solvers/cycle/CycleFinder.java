package org.macrostate.solvers.cycle;

import java.util.Arrays;
import java.util.Optional;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Finds the limit cycle that a trajectory is close to: the time of its first return gives the period, the trajectory a
 * start for collocation. Immutable.
 */
public final class CycleFinder {
    private static final int ROWS = 2000;
    private static final int FINE = 400;
    private static final int INTERVALS = 60;
    private static final double AWAY = 0.5;
    private static final double RETURNED = 0.1;
    private static final double NEAR = 0.1;
    private static final double WRONG = 0.05;
    private static final int EVALUATIONS = 100_000;

    private final CompiledSystem system;
    private final double[] parameters;

    /** @param parameters copied */
    public CycleFinder(CompiledSystem system, double[] parameters) {
        this.system = system;
        this.parameters = parameters.clone();
    }

    /**
     * The cycle through the neighbourhood of a state; empty if the trajectory from there does not return within a time, or
     * collocation finds none nearby.
     */
    public Optional<LimitCycle> near(double[] state, double time) {
        Optional<double[][]> rows = rows(state, time, ROWS);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int back = firstReturn(rows.get());
        if (back < 0) {
            return Optional.empty();
        }
        double period = time * back / (ROWS - 1);
        CycleMesh mesh = CycleMesh.even(FINE);
        return rows(state, period, mesh.nodes() + 1).flatMap(turn -> solved(turn, mesh, period, state));
    }

    /**
     * The stable limit cycle that a trajectory is on by now; empty if none is found. Windows of two lengths are tried, as its
     * period is not known.
     *
     * @param time that the trajectory took to where it is, or longer
     */
    public Optional<LimitCycle> attracting(double[] state, double time) {
        return near(state, time / 4).filter(LimitCycle::stable).or(() -> near(state, time)
                .filter(LimitCycle::stable));
    }

    private Optional<double[][]> rows(double[] state, double time, int count) {
        Trajectory course = Integration.with(Tolerances.DEFAULT)
                .by(Integration.Method.LEAN)
                .withMaxEvaluations(EVALUATIONS)
                .integrate(TrajectoryProblem.fromZero(
                        system, parameters, state, TrajectoryProblem.evenTimes(0, time, count)));
        return course.completed() ? Optional.of(course.states()) : Optional.empty();
    }

    /** The row at which the trajectory is nearest to where it began when it first comes back; -1 if it does not. */
    private static int firstReturn(double[][] rows) {
        double farthest = 0;
        for (double[] row : rows) {
            farthest = Math.max(farthest, Vector.distance(row, rows[0]));
        }
        int k = 0;
        while (k < rows.length && Vector.distance(rows[k], rows[0]) < AWAY * farthest) {
            k++;
        }
        while (k < rows.length && Vector.distance(rows[k], rows[0]) > RETURNED * farthest) {
            k++;
        }
        while (k + 1 < rows.length && Vector.distance(rows[k + 1], rows[0]) <= Vector.distance(rows[k], rows[0])) {
            k++;
        }
        return k < rows.length - 1 && farthest > 0 ? k : -1;
    }

    private Optional<LimitCycle> solved(double[][] turn, CycleMesh even, double period, double[] state) {
        CycleProblem problem = new CycleProblem(system, parameters);
        int n = problem.length();
        double[] values = new double[even.nodes() * n];
        for (int k = 0; k < even.nodes(); k++) {
            System.arraycopy(turn[k], 0, values, k * n, n);
        }
        double unit = 1 + Vector.maxNorm(values);
        CycleMesh mesh = even.adapted(values, n, INTERVALS);
        double[] placed = even.on(mesh, values, n);
        CycleEquations equations = new CycleEquations(problem, mesh, placed, unit, period);
        double[] start = equations.unknowns(placed, period, 0);
        double[] fixed = new double[start.length];
        fixed[start.length - 1] = 1;
        return equations
                .newton()
                .across(start, fixed)
                .map(y -> CycleState.of(equations, y, fixed))
                .filter(cycle -> cycle.isFinite() && cycle.trivial().subtract(1).norm() < WRONG)
                .filter(cycle -> passes(cycle, state))
                .map(CyclePoint::of)
                .map(point -> new LimitCycle(point.period(), point.least(), point.most(), point.multipliers()));
    }

    /** Whether a cycle comes close to a state against its own size, and has one. */
    private static boolean passes(CycleState cycle, double[] state) {
        int n = state.length;
        double[] states = cycle.states();
        double size = Vector.maxNorm(CycleCurve.deviation(cycle));
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < states.length; k += n) {
            nearest = Math.min(nearest, Vector.distance(Arrays.copyOfRange(states, k, k + n), state));
        }
        return size > NEAR * NEAR * (1e-3 + Vector.maxNorm(state)) && nearest <= NEAR * size;
    }
}

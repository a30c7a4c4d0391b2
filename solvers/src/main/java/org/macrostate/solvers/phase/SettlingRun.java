package org.macrostate.solvers.phase;

import java.util.Optional;
import org.macrostate.solvers.cycle.CycleFinder;
import org.macrostate.solvers.cycle.LimitCycle;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * A trajectory in stages, each twice as long as the one before, from the time on which a state changes at first: whatever
 * attractor it comes to, a few dozen stages are long enough. Mutable: one a run.
 */
final class SettlingRun {
    /** Of more equations limit cycles are not looked for: collocation takes too long. */
    static final int MOST_TURNING = 12;

    /** Stages in which a limit cycle is looked for, every second of them: windows of two lengths are tried in each. */
    private static final int FIRST_TURNS = 6;

    private static final int LAST_TURNS = 20;
    private static final double FAR = 1e6;
    private static final int EVALUATIONS = 400_000;

    private final CompiledSystem system;
    private final double[] parameters;
    private final Integration integration;
    private double[] state;
    private double length;
    private double time;
    private int stages;

    /** @param start not modified */
    SettlingRun(SystemAt at, double[] start) {
        this.system = at.system();
        this.parameters = at.parameters();
        this.state = start;
        double moves = at.rates(start, new double[start.length]) / (1 + Vector.maxNorm(start));
        this.length = 1 / Math.max(Math.max(Vector.maxNorm(at.jacobian(start)), moves), Double.MIN_NORMAL);
        this.integration = Integration.with(Tolerances.DEFAULT)
                .by(Integration.Method.LEAN)
                .withMaxEvaluations(EVALUATIONS)
                .stoppingWhen((t, where) -> Vector.maxNorm(where) > FAR);
    }

    /** Goes through one more stage; what else than completion ended it ends the run. */
    Trajectory.Status advance() {
        length = stages == 0 ? length : 2 * length;
        Trajectory course = integration.integrate(TrajectoryProblem.fromZero(system, parameters, state, length));
        stages++;
        if (course.completed()) {
            state = course.states()[course.states().length - 1];
            time += length;
        }
        return course.status();
    }

    /** Where the last stage ended; not to be modified. */
    double[] state() {
        return state;
    }

    /** How long all stages were together. */
    double time() {
        return time;
    }

    /** The stable limit cycle that the trajectory is on by now, if it is looked for after this stage and there is one. */
    Optional<LimitCycle> cycle() {
        boolean looks = stages > FIRST_TURNS && stages <= LAST_TURNS && stages % 2 == 1 && state.length <= MOST_TURNING;
        return looks ? new CycleFinder(system, parameters).attracting(state, length) : Optional.empty();
    }
}

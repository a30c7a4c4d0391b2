package org.macrostate.solvers.integrate;

import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * Trajectories of one system from states at time 0.
 *
 * @param system with its schedules
 * @param parameters in the system's order; not modified
 */
public record SystemTrajectories(CompiledSystem system, double[] parameters, Tolerances accuracy) {
    private Integration integration() {
        return Integration.with(accuracy).naming(system.bound().state().labels());
    }

    /**
     * The trajectory from a state, with a row for each time.
     *
     * @throws java.util.concurrent.CancellationException if nobody waits for it any more
     */
    public Trajectory from(double[] start, double... times) {
        return whole(integration().integrate(TrajectoryProblem.fromZero(system, parameters, start, times)));
    }

    /**
     * The same beyond the states that vectors and scalars can have: what wrong equations predict is to be compared with
     * runs, too. Breaks of schedules in time are not looked for.
     *
     * @throws java.util.concurrent.CancellationException if nobody waits for it any more
     */
    public Trajectory unboundedFrom(double[] start, double... times) {
        return whole(
                integration().integrate(TrajectoryProblem.fromZero(system.rightHandSide(), parameters, start, times)));
    }

    /** What was cut when the time was over would look like a theory that ends there. */
    private static Trajectory whole(Trajectory trajectory) {
        if (!trajectory.completed()) {
            TimeLimit.check();
        }
        return trajectory;
    }
}

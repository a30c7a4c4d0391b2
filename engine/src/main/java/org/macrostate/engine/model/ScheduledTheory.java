package org.macrostate.engine.model;

import java.util.Map;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.sgd.Simulation;

/**
 * A subject's equations under schedules, ready to be followed.
 *
 * @param system with the schedules
 * @param accuracy of its trajectories
 */
public record ScheduledTheory(
        ModelInstance subject, CompiledSystem system, Map<String, Expression> schedules, Tolerances accuracy) {

    public static ScheduledTheory of(ModelInstance subject, Map<String, Expression> schedules, Tolerances accuracy) {
        return new ScheduledTheory(subject, Schedules.compiled(subject, schedules), schedules, accuracy);
    }

    /** What the equations are the theory of. */
    public Simulation simulation() {
        return Simulation.of(
                subject.problem(), subject.sizes(), subject.settings().parameters(), schedules);
    }

    /**
     * The trajectory from a state at time 0.
     *
     * @throws java.util.concurrent.CancellationException if nobody waits for it any more
     */
    public Trajectory course(double[] start, double... times) {
        return whole(Integration.with(accuracy)
                .naming(system.bound().state().labels())
                .integrate(TrajectoryProblem.fromZero(system, subject.parameters(), start, times)));
    }

    /** What was cut when the time was over would look like a theory that ends there. */
    private static Trajectory whole(Trajectory trajectory) {
        if (!trajectory.completed()) {
            TimeLimit.check();
        }
        return trajectory;
    }

    /**
     * The same beyond the states that vectors and scalars can have: what wrong equations predict is to be compared with
     * runs, too. Breaks of schedules in time are not looked for.
     *
     * @throws java.util.concurrent.CancellationException if nobody waits for it any more
     */
    public Trajectory unboundedCourse(double[] start, double... times) {
        return whole(Integration.with(accuracy)
                .naming(system.bound().state().labels())
                .integrate(TrajectoryProblem.fromZero(system.rightHandSide(), subject.parameters(), start, times)));
    }
}

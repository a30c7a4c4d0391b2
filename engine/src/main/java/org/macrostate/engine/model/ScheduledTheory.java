package org.macrostate.engine.model;

import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.finitesize.SpreadPrediction;
import org.macrostate.solvers.integrate.SystemTrajectories;
import org.macrostate.solvers.integrate.Tolerances;
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

    /** Its trajectories. */
    public SystemTrajectories trajectories() {
        return new SystemTrajectories(system, subject.parameters(), accuracy);
    }

    /**
     * The spread that finite-N runs should have around it.
     *
     * @param simulation of the same subject
     * @param seed of what is sampled
     */
    public SpreadPrediction spread(Simulation simulation, long seed) {
        return new SpreadPrediction(trajectories(), subject.system(), schedules, simulation, seed);
    }
}

package org.macrostate.solvers.finitesize;

import java.util.Map;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.integrate.SystemTrajectories;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/**
 * Equations under schedules, and the simulation that they are the theory of.
 *
 * @param trajectories of the equations with the schedules, at the simulation's parameters
 * @param equations that were compiled
 * @param schedules of parameters that follow time
 */
public record ScheduledTheory(
        SystemTrajectories trajectories,
        OrderParameterSystem equations,
        Map<String, Expression> schedules,
        Simulation simulation) {

    /** The compiled equations. */
    public CompiledSystem system() {
        return trajectories.system();
    }

    /** The simulation's runs in the theory's order. */
    public ObservedQuantities observed() {
        return new ObservedQuantities(system(), trajectories.parameters(), simulation);
    }

    /**
     * The spread that finite-N runs should have around the theory.
     *
     * @param seed of what is sampled
     */
    public SpreadPrediction spread(long seed) {
        return new SpreadPrediction(trajectories, equations, schedules, simulation, seed);
    }

    /** The covariance of √N times the order parameters at the start, {@code [n·n]} in the theory's order. */
    public double[] startCovariance(Start start) {
        double[] moments = simulation.startMoments(start).covariance();
        int[] columns = simulation.columns(system().bound().state().labels());
        int n = columns.length;
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i * n + j] = moments[columns[i] * n + columns[j]];
            }
        }
        return covariance;
    }
}

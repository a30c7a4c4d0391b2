package org.macrostate.engine.analysis.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.model.Observed;
import org.macrostate.engine.model.ScheduledTheory;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.solvers.finitesize.Ensemble;
import org.macrostate.solvers.finitesize.SpreadPrediction;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.Trajectory.Status;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.Simulation;

/** What theory says of runs: from each run's own start, with the predicted spread. */
final class CheckTheory {
    private final ScheduledTheory theory;
    private final Simulation simulation;
    private final SpreadPrediction prediction;

    /**
     * @param simulation that made the runs
     * @param seed of what is sampled
     */
    CheckTheory(ScheduledTheory theory, Simulation simulation, long seed) {
        this.theory = theory;
        this.simulation = simulation;
        this.prediction = theory.spread(simulation, seed);
    }

    /**
     * The runs of one dimension beside their theory.
     *
     * @param made runs, also of other dimensions
     * @param times of the runs, from 0 on
     */
    Ensemble ensemble(int dimension, List<Run> made, TimeGrid times) {
        Observed observed = new Observed(theory.subject(), theory.system(), simulation);
        Ensemble whole =
                Ensemble.of(dimension, made, run -> observed.of(run, times), start -> trajectory(start, times));
        Ensemble later = whole.afterStart();
        return later.simulation().isEmpty()
                ? later
                : predicted(whole.start(theory.system().length()), times, dimension)
                        .map(later::withPredicted)
                        .orElse(later);
    }

    /** Of √N (simulation - theory); each run's theory starts with the run, so that starts add nothing. */
    private Optional<double[][]> predicted(double[] start, TimeGrid times, int dimension) {
        double[] alike = new double[start.length * start.length];
        return prediction
                .at(times.afterStart().times(), start, alike, dimension)
                .map(spreads -> {
                    double[][] deviations = spreads.deviations();
                    for (double[] row : deviations) {
                        for (int i = 0; i < row.length; i++) {
                            row[i] *= Math.sqrt(dimension);
                        }
                    }
                    return deviations;
                });
    }

    /** Empty where the theory does not reach the end. */
    private Optional<double[][]> trajectory(double[] start, TimeGrid times) {
        CompiledSystem system = theory.system();
        double[] state = Arrays.copyOf(start, system.length());
        Trajectory trajectory = theory.trajectories().from(state, times.array());
        if (trajectory.status() == Status.LEFT_DOMAIN) {
            // the run stayed where vectors are and the theory does not: the comparison must show it
            trajectory = theory.trajectories().unboundedFrom(state, times.array());
        }
        if (!trajectory.completed()) {
            return Optional.empty();
        }
        double[][] rows = new double[times.times().size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Observed.row(
                    trajectory.states()[i],
                    times.times().get(i),
                    system.observables(),
                    theory.subject().parameters());
        }
        return Optional.of(rows);
    }
}

package org.macrostate.solvers.finitesize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.integrate.SystemTrajectories;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.Trajectory.Status;
import org.macrostate.solvers.sgd.Run;

/** What theory says of runs: from each run's own start, with the predicted spread. */
public final class EnsembleTheory {
    private final ScheduledTheory theory;
    private final ObservedQuantities observed;
    private final SpreadPrediction prediction;

    /**
     * @param theory whose simulation made the runs
     * @param seed of what is sampled
     */
    public EnsembleTheory(ScheduledTheory theory, long seed) {
        this.theory = theory;
        this.observed = theory.observed();
        this.prediction = theory.spread(seed);
    }

    /**
     * The runs of one dimension beside their theory.
     *
     * @param runs also of other dimensions
     * @param times of the runs, from 0 on
     */
    public Ensemble ensemble(int dimension, List<Run> runs, double[] times) {
        Ensemble whole = Ensemble.of(dimension, runs, run -> observed.of(run, times), start -> rows(start, times));
        Ensemble later = whole.afterStart();
        return later.simulation().isEmpty()
                ? later
                : predicted(whole.start(theory.system().length()), times, dimension)
                        .map(later::withPredicted)
                        .orElse(later);
    }

    /** Of √N (simulation - theory); each run's theory starts with the run, so that starts add nothing. */
    private Optional<double[][]> predicted(double[] start, double[] times, int dimension) {
        double[] alike = new double[start.length * start.length];
        List<Double> later = Arrays.stream(times).filter(t -> t > 0).boxed().toList();
        return prediction.at(later, start, alike, dimension).map(spreads -> {
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
    private Optional<double[][]> rows(double[] start, double[] times) {
        SystemTrajectories trajectories = theory.trajectories();
        double[] state = Arrays.copyOf(start, theory.system().length());
        Trajectory trajectory = trajectories.from(state, times);
        if (trajectory.status() == Status.LEFT_DOMAIN) {
            // the run stayed where vectors are and the theory does not: the comparison must show it
            trajectory = trajectories.unboundedFrom(state, times);
        }
        if (!trajectory.completed()) {
            return Optional.empty();
        }
        double[][] rows = new double[times.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = observed.row(trajectory.states()[i], times[i]);
        }
        return Optional.of(rows);
    }
}

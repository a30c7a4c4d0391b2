package org.macrostate.engine.study.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.RunSettings;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/**
 * Runs of SGD with a seed each, split from one.
 *
 * @param start prescribed overlaps; empty for random vectors
 * @param reduced the exact overlap process in place of vectors in R^N
 */
record Runs(TimeGrid times, Optional<Beginning> start, boolean reduced, long seed) {
    static final int LARGEST_DIMENSION = 100_000_000;
    static final int MOST_RUNS = 1_000_000;
    private static final double MOST_STEPS = 1e12;

    /** The start in the simulation's own terms. */
    Start start(Subject subject) {
        return start.<Start>map(beginning -> new Start.Prescribed(beginning.byLabel(subject)))
                .orElseGet(() -> new Start.Random(Map.of()));
    }

    /** What one dimension needs: how many steps all runs make together. */
    long steps(int dimension, int runs) {
        double steps = times.end() * dimension * runs;
        if (!(steps <= MOST_STEPS)) {
            throw new BadInput("t = " + times.end() + " at dimension " + dimension + " with " + runs
                    + " runs takes more than 10^12 steps");
        }
        return Math.max(1, (long) steps);
    }

    /** @throws BadInput if the model states its equations, and so no rule by which anything learns */
    static void requireLearning(Subject subject) {
        if (subject.problem().dynamics() instanceof Dynamics.Flow) {
            throw new BadInput(subject.problem().name()
                    + " states its equations: there is no SGD to run or to check them against");
        }
    }

    /** @throws BadInput if no vectors in R^N can start so */
    void requireStart(Subject subject, int dimension) {
        Simulation simulation = Simulation.of(
                subject.problem(), subject.sizes(), subject.settings().parameters(), Map.of());
        RunSettings moment = new RunSettings(List.of(0.0), start(subject), true, seed);
        simulation.run(moment, dimension, 0);
    }

    /** One run to be made. */
    record Task(Simulation simulation, Start start, int dimension, int index) {}

    /** All runs, in the order of the tasks. */
    List<Run> make(List<Task> tasks, Work work, Progress.Stage stage) {
        List<Run> runs = work.runner().all(tasks.size(), i -> {
            Task task = tasks.get(i);
            RunSettings settings = new RunSettings(times.times(), task.start(), reduced, seed);
            return task.simulation().run(settings, task.dimension(), task.index(), steps -> {
                stage.advance(steps);
                return !Thread.currentThread().isInterrupted();
            });
        });
        return new ArrayList<>(runs);
    }
}

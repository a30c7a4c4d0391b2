package org.macrostate.engine.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.solvers.sgd.Optimizer;
import org.macrostate.solvers.sgd.Run;
import org.macrostate.solvers.sgd.RunSettings;
import org.macrostate.solvers.sgd.Simulation;
import org.macrostate.solvers.sgd.Start;

/**
 * Runs of SGD with a seed each, split from one.
 *
 * @param start prescribed overlaps; empty for random vectors
 * @param reduced the exact overlap process in place of vectors in R^N
 * @param inSinglePrecision vectors in R^N as floats
 */
public record Runs(
        TimeGrid times,
        Optional<InitialCondition> start,
        boolean reduced,
        long seed,
        Optimizer optimizer,
        boolean inSinglePrecision) {
    public static final int LARGEST_DIMENSION = 100_000_000;
    public static final int MOST_RUNS = 1_000_000;
    private static final double MOST_STEPS = 1e12;
    /** From so many on, runs of one dimension are made some dozens at once: there are enough for several threads. */
    private static final int MANY = 512;

    public Runs(TimeGrid times, Optional<InitialCondition> start, boolean reduced, long seed) {
        this(times, start, reduced, seed, Optimizer.SGD, false);
    }

    /** The start in the simulation's own terms. */
    public Start start(ModelInstance subject) {
        return start.map(initial -> initial.start(subject)).orElseGet(() -> new Start.Random(Map.of()));
    }

    /**
     * What all runs take together, in coordinates of steps for vectors and in steps for overlaps, so that the time left
     * can be told.
     *
     * @throws BadInput if that is more than 10¹² steps
     */
    public long work(List<Task> tasks) {
        double steps = 0;
        double work = 0;
        for (Task task : tasks) {
            steps += times.end() * task.dimension();
            work += times.end() * task.dimension() * weight(task);
        }
        if (!(steps <= MOST_STEPS)) {
            throw new BadInput(tasks.size() + " runs to t = " + times.end() + " at dimension "
                    + tasks.stream().mapToInt(Task::dimension).max().orElse(0) + " take more than 10^12 steps");
        }
        return Math.max(1, (long) work);
    }

    private long weight(Task task) {
        return reduced ? 1 : task.dimension();
    }

    /** @throws BadInput if the model states its equations, and so no rule by which anything learns */
    public static void requireLearning(ModelInstance subject) {
        if (subject.problem().dynamics() instanceof Dynamics.Flow) {
            throw new BadInput(subject.problem().name()
                    + " states its equations: there is no SGD to run or to check them against");
        }
    }

    /** @throws BadInput if the theory asked for is not that of these runs: of another limit, or on a subspace */
    public static void requireWholeTheory(ModelInstance subject) {
        if (subject.system().limit() != Limit.FINITE_RATE) {
            throw new BadInput("runs are made at the learning rates as they are, and so is their theory; the limit "
                    + subject.system().limit().text() + " describes none of them");
        }
        if (subject.settings().theory().subspace().isPresent()) {
            throw new BadInput(
                    "finite-N runs leave a symmetric subspace: their theory is that of all order parameters");
        }
    }

    /** @throws BadInput if no vectors in R^N can start so */
    public void requireStart(ModelInstance subject, int... dimensions) {
        Simulation simulation = Simulation.of(
                subject.problem(), subject.sizes(), subject.settings().parameters(), Map.of());
        RunSettings asked = new RunSettings(List.of(0.0), start(subject), reduced, seed, optimizer, inSinglePrecision);
        RunSettings moment = new RunSettings(asked.times(), asked.start(), true, seed);
        for (int dimension : dimensions) {
            simulation.run(moment, dimension, 0);
        }
    }

    /** One run to be made. */
    public record Task(Simulation simulation, Start start, int dimension, int index) {
        private boolean isAlike(Task other) {
            return simulation == other.simulation && dimension == other.dimension && start.equals(other.start);
        }
    }

    /** Runs that are made at once: results of one task. */
    public record Several(List<Run> runs) {
        public Several {
            runs = List.copyOf(runs);
        }
    }

    /**
     * All runs, in the order of the tasks; those that are kept are not made again. Each is read from its bytes when it is
     * asked for, so that a million of them need not be in memory. The overlap process makes those of one dimension some dozens
     * at once, each as by itself.
     *
     * @throws org.macrostate.engine.sweep.ShardFinished if only a shard was asked for
     */
    public List<Run> make(List<Task> tasks, ExecutionContext work, Progress.Stage stage) {
        int[] first = firsts(tasks);
        Tasks.Group group = new Tasks.Group() {
            @Override
            public int count() {
                return first.length - 1;
            }

            @Override
            public Optional<byte[]> result(int i) {
                List<Run> runs = make(tasks.subList(first[i], first[i + 1]), stage);
                return runs.stream().anyMatch(run -> run.outcome() instanceof Run.Interrupted)
                        ? Optional.empty()
                        : Optional.of(RecordCodec.bytes(new Several(runs)));
            }

            @Override
            public void known(int i) {
                for (Task task : tasks.subList(first[i], first[i + 1])) {
                    stage.advance(((long) (times.end() * task.dimension())) * weight(task));
                }
            }
        };
        Tasks.Results results = Tasks.of(List.of(group), work);
        return new LazyList<>(tasks.size(), new IntFunction<>() {
            private int at = -1;
            private List<Run> known = List.of();

            @Override
            public synchronized Run apply(int i) {
                int found = Arrays.binarySearch(first, i);
                int group = found >= 0 ? found : -found - 2;
                if (group != at) {
                    known = results.of(Several.class, 0, group).runs();
                    at = group;
                }
                return known.get(i - first[group]);
            }
        });
    }

    /** Where the tasks that are done at once begin, and the end of the last; whatever the number of threads. */
    private int[] firsts(List<Task> tasks) {
        IntStream.Builder firsts = IntStream.builder();
        int begin = 0;
        while (begin < tasks.size()) {
            int end = begin + 1;
            while (end < tasks.size() && tasks.get(end).isAlike(tasks.get(begin))) {
                end++;
            }
            int atOnce = end - begin < MANY ? 1 : tasks.get(begin).simulation().runsAtOnce(settings(tasks.get(begin)));
            while (begin < end) {
                firsts.add(begin);
                begin += end - begin < atOnce ? 1 : atOnce;
            }
        }
        return firsts.add(tasks.size()).build().toArray();
    }

    private RunSettings settings(Task task) {
        return new RunSettings(times.times(), task.start(), reduced, seed, optimizer, inSinglePrecision);
    }

    private List<Run> make(List<Task> alike, Progress.Stage stage) {
        Task task = alike.get(0);
        int[] indices = alike.stream().mapToInt(Task::index).toArray();
        return task.simulation().runs(settings(task), task.dimension(), indices, steps -> {
            stage.advance(steps * weight(task));
            return !Thread.currentThread().isInterrupted();
        });
    }
}

package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.macrostate.equations.BadInput;

/**
 * Several runs at each of several dimensions, spread over threads. The results depend on the seed and on nothing else.
 *
 * @param runs of each dimension, at least 1
 */
public record Replicas(Simulation simulation, RunSettings settings, List<Integer> dimensions, int runs) {
    /** Hears of runs while they are made; called from any of the threads, one at a time. */
    public interface Listener {
        /**
         * @param fraction of all the work, from 0 to 1
         */
        default void progress(double fraction) {}

        default void finished(Run run) {}
    }

    private record Task(int dimension, int index, CompletableFuture<Run> result) {}

    /**
     * @throws BadInput if a dimension is smaller than the number of vectors, or there is nothing to run
     */
    public Replicas {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || runs < 1) {
            throw new BadInput("a simulation needs at least one dimension and one run, found " + dimensions.size()
                    + " and " + runs);
        }
        for (int dimension : dimensions) {
            if (dimension < simulation.vectors()) {
                throw new BadInput("dimension must be at least the number of vectors, " + simulation.vectors()
                        + ", was " + dimension);
            }
        }
    }

    /** All runs, by dimension as given, then by index. */
    public List<Run> run(int threads, Listener listener) {
        return run(threads, List.of(), listener);
    }

    /**
     * All runs, by dimension as given, then by index. An interrupt of the calling thread ends those under way as
     * {@link Run.Interrupted} and is passed on.
     *
     * @param known runs completed earlier with the same settings, which are not made again
     * @throws BadInput if the start is none of this model or of no vectors, or a run would take too long
     */
    public List<Run> run(int threads, List<Run> known, Listener listener) {
        List<Task> tasks = tasks(known);
        List<Task> open = tasks.stream()
                .filter(task -> !task.result().isDone())
                // Longest first, so that no thread is left with a long one at the end.
                .sorted(Comparator.comparingDouble(task -> -cost(task.dimension())))
                .toList();
        double work = open.stream().mapToDouble(t -> cost(t.dimension())).sum();
        RunProgress progress = new RunProgress(listener, work);
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            open.forEach(task -> pool.execute(() -> make(task, progress)));
            return collect(tasks, progress);
        } finally {
            progress.stop();
            pool.shutdown();
        }
    }

    private List<Task> tasks(List<Run> known) {
        List<Task> tasks = new ArrayList<>();
        for (int dimension : dimensions) {
            for (int i = 0; i < runs; i++) {
                int index = i;
                Optional<Run> made = known.stream()
                        .filter(r -> r.dimension() == dimension && r.index() == index)
                        .findFirst();
                tasks.add(new Task(
                        dimension,
                        index,
                        made.map(CompletableFuture::completedFuture).orElseGet(CompletableFuture::new)));
            }
        }
        return tasks;
    }

    /** Work of a run, in steps of vectors or of overlaps. */
    private double cost(int dimension) {
        double last = settings.times().get(settings.times().size() - 1);
        return Math.max(1, last * dimension) * weight(dimension);
    }

    private double weight(int dimension) {
        return settings.reduced() ? 1 : dimension;
    }

    private void make(Task task, RunProgress progress) {
        try {
            double weight = weight(task.dimension());
            Run run =
                    simulation.run(settings, task.dimension(), task.index(), steps -> progress.advance(steps * weight));
            progress.finished(run);
            task.result().complete(run);
        } catch (RuntimeException | Error failure) {
            task.result().completeExceptionally(failure);
        }
    }

    private static List<Run> collect(List<Task> tasks, RunProgress progress) {
        List<Run> results = new ArrayList<>();
        boolean interrupted = false;
        while (results.size() < tasks.size()) {
            try {
                results.add(tasks.get(results.size()).result().get());
            } catch (InterruptedException stop) {
                interrupted = true;
                progress.stop();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (failure.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw new IllegalStateException("a run failed: " + failure.getCause(), failure.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return results;
    }
}

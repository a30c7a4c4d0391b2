package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.continuation.KeptCheckpoints;

/**
 * Independent tasks on a few threads, stage after stage; results in the order of the tasks, whoever did them. A task whose
 * piece was kept is not done again.
 */
final class Parallel implements AutoCloseable {
    private final ExecutorService pool;
    private final ProgressListener progress;
    private final KeptCheckpoints kept;
    private final int total;
    private int done;
    private int stage;

    Parallel(int threads, ProgressListener progress, int total, KeptCheckpoints kept) {
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "phase diagram");
            thread.setDaemon(true);
            return thread;
        });
        this.progress = progress;
        this.kept = kept;
        this.total = total;
    }

    /**
     * The next stage.
     *
     * @param type of the tasks' results
     * @param weight how much of the progress each task is
     */
    <T extends Record> List<T> map(Class<T> type, int count, int weight, IntFunction<T> task) {
        int now = stage++;
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            futures.add(pool.submit(() -> {
                T result = done(now, index, type, task);
                report(weight);
                return result;
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(result(future));
        }
        return results;
    }

    private <T extends Record> T done(int now, int index, Class<T> type, IntFunction<T> task) {
        if (kept == KeptCheckpoints.NONE) {
            return task.apply(index);
        }
        Optional<T> known = kept.find(type, now, index);
        if (known.isPresent()) {
            return known.get();
        }
        T result = task.apply(index);
        TimeLimit.check(); // what was cut is no piece
        kept.keep(now, index, result);
        return result;
    }

    private <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("phase diagram interrupted");
        } catch (ExecutionException failed) {
            pool.shutdownNow();
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private synchronized void report(int weight) {
        done += weight;
        progress.at(Math.min(done, total), total);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

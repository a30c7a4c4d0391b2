package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Independent tasks on a few threads; results in the order of the tasks, whoever did them. */
final class Parallel implements AutoCloseable {
    private final ExecutorService pool;
    private final Progress progress;
    private final int total;
    private int done;

    Parallel(int threads, Progress progress, int total) {
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "phase diagram");
            thread.setDaemon(true);
            return thread;
        });
        this.progress = progress;
        this.total = total;
    }

    /** @param weight how much of the progress each task is */
    <T> List<T> map(int count, int weight, IntFunction<T> task) {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            futures.add(pool.submit(() -> {
                T result = task.apply(index);
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

package org.macrostate.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.macrostate.engine.sweep.Cluster;
import org.macrostate.engine.sweep.Job;

/**
 * The executors of a Spark application. Tasks go out in batches, two at a time so that no executor waits for the driver;
 * what a batch returns is kept before the next one is sent, and a driver that is killed loses two batches at most. A batch
 * is to take about two seconds.
 */
final class SparkCluster implements Cluster {
    private static final int AHEAD = 2;
    private static final int SLICES_A_CORE = 2;
    private static final long SHORT = TimeUnit.SECONDS.toNanos(1);
    private static final long LONG = TimeUnit.SECONDS.toNanos(4);
    private static final int LARGEST = 100_000;

    private final JavaSparkContext spark;

    SparkCluster(JavaSparkContext spark) {
        this.spark = spark;
    }

    private record Batch(JavaFutureAction<List<TaskResult>> results, int size) {}

    @Override
    public void carryOut(Job job, long[] tasks, Sink sink) {
        Broadcast<ExecutorJob> sent = spark.broadcast(new ExecutorJob(job));
        Deque<Batch> batches = new ArrayDeque<>();
        int size = SLICES_A_CORE * spark.defaultParallelism();
        int next = 0;
        long last = System.nanoTime();
        try {
            while (next < tasks.length || !batches.isEmpty()) {
                while (next < tasks.length && batches.size() < AHEAD) {
                    int end = Math.min(tasks.length, next + size);
                    batches.add(batch(sent, tasks, next, end));
                    next = end;
                }
                Batch first = batches.remove();
                for (TaskResult result : results(first)) {
                    sink.done(result.task(), result.outcome().bytes());
                }
                long took = System.nanoTime() - last;
                last += took;
                if (first.size() == size) {
                    size = took < SHORT ? Math.min(LARGEST, 2 * size) : took > LONG ? Math.max(1, size / 2) : size;
                }
            }
        } finally {
            batches.forEach(batch -> batch.results().cancel(true));
            sent.destroy();
        }
    }

    private Batch batch(Broadcast<ExecutorJob> sent, long[] tasks, int from, int to) {
        List<Long> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add(tasks[i]);
        }
        int slices = Math.max(1, Math.min(numbers.size(), SLICES_A_CORE * spark.defaultParallelism()));
        return new Batch(
                spark.parallelize(numbers, slices)
                        .map(task -> new TaskResult(task, sent.value().outcome(task)))
                        .collectAsync(),
                to - from);
    }

    private static List<TaskResult> results(Batch batch) {
        try {
            return batch.results().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Spark could not carry out tasks: " + failed.getCause(), failed.getCause());
        }
    }
}

package org.macrostate.engine.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Carries out tasks on a number of local threads. */
public record Runner(int threads) {
    /** @throws IllegalArgumentException unless there is at least one thread */
    public Runner {
        if (threads < 1) {
            throw new IllegalArgumentException("at least 1 thread is needed, was " + threads);
        }
    }

    /**
     * The results of {@code task.apply(0) … task.apply(count - 1)}, in that order. The first exception or error of a task,
     * by index, is thrown as it is. An interrupt of the caller interrupts the tasks: if all had begun and end with what they
     * have, that is returned; else a {@link java.util.concurrent.CancellationException} is thrown. In both cases the caller is
     * still interrupted.
     */
    public <T> List<T> all(int count, IntFunction<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, count)), daemon -> {
            Thread thread = new Thread(daemon, "macrostate-task");
            thread.setDaemon(true);
            return thread;
        });
        boolean isStopped = false;
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = i;
                futures.add(pool.submit(() -> task.apply(index)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                while (true) {
                    try {
                        results.add(future.get());
                        break;
                    } catch (InterruptedException interrupted) {
                        isStopped = true;
                        pool.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(false));
                    }
                }
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("a task failed: " + failed.getCause(), failed.getCause());
        } finally {
            pool.shutdownNow();
            if (isStopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Carries out {@code task.accept(0) … task.accept(count - 1)}, however many, in little memory. Of what tasks throw, that
     * of the first by index is thrown as it is.
     */
    public void each(int count, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Optional<Thrown>> first = new AtomicReference<>(Optional.empty());
        all(Math.min(threads, count), thread -> {
            for (int i = next.getAndIncrement();
                    i < count && goesOn(Objects.requireNonNull(first.get()));
                    i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException | Error failed) {
                    Thrown thrown = new Thrown(i, failed);
                    first.updateAndGet(known ->
                            known.filter(one -> one.index() < thrown.index()).or(() -> Optional.of(thrown)));
                }
            }
            return thread;
        });
        Objects.requireNonNull(first.get()).ifPresent(Thrown::again);
    }

    private static boolean goesOn(Optional<Thrown> thrown) {
        return thrown.isEmpty() && !Thread.currentThread().isInterrupted();
    }

    private record Thrown(int index, Throwable what) {
        void again() {
            if (what instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) what;
        }
    }
}

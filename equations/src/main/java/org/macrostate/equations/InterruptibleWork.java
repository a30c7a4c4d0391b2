package org.macrostate.equations;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work in a daemon thread of its own, with room for deep recursion, which can be interrupted and, if it does not listen,
 * left behind.
 *
 * @param <T> what it makes
 */
public final class InterruptibleWork<T> {
    private static final long STACK = 64L << 20;

    private final FutureTask<T> task;
    private final Thread thread;

    private InterruptibleWork(String name, Supplier<T> work) {
        task = new FutureTask<>(work::get);
        thread = new Thread(null, task, name, STACK);
        thread.setDaemon(true);
    }

    /** Begins the work in a thread of that name. */
    public static <T> InterruptibleWork<T> start(String name, Supplier<T> work) {
        InterruptibleWork<T> begun = new InterruptibleWork<>(name, work);
        begun.thread.start();
        return begun;
    }

    /**
     * Waits for the result.
     *
     * @param nanoseconds by the clock
     * @throws TimeoutException if it is not there by then; the work goes on
     * @throws InterruptedException if the caller was interrupted; the work goes on
     * @throws ExecutionException if the work threw: {@link #failure} tells what
     */
    public T await(long nanoseconds) throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** Asks the work to stop at its next check; its result can still be waited for. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Asks the work to stop; nobody waits for its result any more. */
    public void abandon() {
        task.cancel(true);
    }

    /** The thread that does the work. */
    public Thread thread() {
        return thread;
    }

    /** Whether there is a result or a failure. */
    public boolean isDone() {
        return task.isDone();
    }

    /** What the work threw. */
    public static Throwable cause(ExecutionException failed) {
        return Optional.ofNullable(failed.getCause()).orElse(failed);
    }

    /**
     * The same exception, to be thrown in the caller's thread.
     *
     * @throws Error if the work ended with one
     */
    public static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}

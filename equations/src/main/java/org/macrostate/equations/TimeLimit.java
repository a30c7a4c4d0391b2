package org.macrostate.equations;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A bound on the processor time of symbolic work, whose cost nobody can tell beforehand. The work is done in a thread of its own,
 * which is interrupted when the time is over: the project's own algebra then stops at its next {@link #check()}; a
 * library that does not listen is left behind in a daemon thread.
 */
public record TimeLimit(Duration duration) {
    public static final TimeLimit DEFAULT = new TimeLimit(Duration.ofSeconds(60));

    private static final long STACK = 64L << 20;

    /** How much longer than its processor time a piece of work may take on a busy machine. */
    private static final int MOST_WAITING = 10;

    /** Milliseconds: less than what whoever interrupts the work waits for. */
    private static final long LEAST_GRACE = 1500;

    private static final long MOST_GRACE = 10_000;

    /** @throws BadInput unless it is positive */
    public TimeLimit {
        if (duration.isNegative() || duration.isZero()) {
            throw new BadInput("a time limit must be positive, was " + seconds(duration) + " s");
        }
    }

    /**
     * Does the work in the time there is.
     *
     * @param what is done, for the message
     * @throws BadInput if the time is over, or as the work does
     */
    public <T> T of(String what, Supplier<T> work) {
        return attempt(what, work).orElseThrow(() -> new BadInput(over(what)));
    }

    /**
     * The same for work that an answer can do without; the answer is then to say that its time was over.
     *
     * @return empty if the time is over
     * @throws BadInput as the work does
     */
    public <T> Optional<T> attempt(String what, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "macrostate-symbolic", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(waitedFor(task, thread));
        } catch (TimeoutException over) {
            task.cancel(true);
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Interrupted(over(what), interrupted);
        } catch (ExecutionException failed) {
            throw rethrown(Optional.ofNullable(failed.getCause()).orElse(failed));
        }
    }

    /**
     * The same for work that ends with a part of its result when it is interrupted, as {@link #cuts} lets it: when the time is
     * over, or the caller is interrupted, it is, and gets some seconds to do so.
     *
     * @throws BadInput if it does not, or as the work does
     */
    public <T> T partly(String what, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "macrostate-symbolic", STACK);
        thread.setDaemon(true);
        thread.start();
        boolean isInterrupted = false;
        try {
            try {
                return waitedFor(task, thread);
            } catch (TimeoutException over) {
                thread.interrupt();
            } catch (InterruptedException interrupted) {
                isInterrupted = true;
                thread.interrupt();
            }
            long grace = Math.min(MOST_GRACE, Math.max(LEAST_GRACE, duration.toMillis()));
            return task.get(grace, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException deaf) {
            task.cancel(true);
            throw ended(what, isInterrupted || deaf instanceof InterruptedException, deaf);
        } catch (ExecutionException failed) {
            Throwable cause = Optional.ofNullable(failed.getCause()).orElse(failed);
            if (cause instanceof CancellationException) {
                throw ended(what, isInterrupted, cause);
            }
            throw rethrown(cause);
        }
    }

    private RuntimeException ended(String what, boolean isInterrupted, Throwable cause) {
        if (!isInterrupted) {
            return new BadInput(over(what));
        }
        Thread.currentThread().interrupt();
        return new Interrupted(over(what), cause);
    }

    /** The time that counts is the processor's, so that a busy machine changes no answer; standing still counts later. */
    private <T> T waitedFor(FutureTask<T> task, Thread thread)
            throws InterruptedException, ExecutionException, TimeoutException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean isMeasured = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        long begun = System.nanoTime();
        long wait = duration.toNanos();
        while (true) {
            try {
                return task.get(wait, TimeUnit.NANOSECONDS);
            } catch (TimeoutException over) {
                long used = isMeasured ? threads.getThreadCpuTime(thread.getId()) : duration.toNanos();
                wait = Math.min(
                        duration.toNanos() - used, MOST_WAITING * duration.toNanos() - (System.nanoTime() - begun));
                if (used < 0 && !task.isDone() || wait <= 0) {
                    throw over;
                }
            }
        }
    }

    /** Same exception, same place: it was thrown in another thread only because that one can be left behind. */
    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    private String over(String what) {
        return what + " takes more than " + seconds(duration)
                + " s; lower powers, fewer fields or smaller sizes take less, --time-limit gives it longer";
    }

    /** Symbolic work whose caller was interrupted, by a limit on the time of all that a command does, for instance. */
    public static final class Interrupted extends CancellationException {
        private static final long serialVersionUID = 1L;

        private Interrupted(String message, Throwable cause) {
            super(message);
            initCause(cause);
        }

        /** The same, said of something: its name stands before the message. */
        public Interrupted of(String subject) {
            return new Interrupted(subject + ": " + getMessage(), this);
        }
    }

    /** In words: {@code 0.5 s}. */
    public String words() {
        return seconds(duration) + " s";
    }

    private static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }

    /**
     * Does work that checks whether it is still wanted; what it made until then stays. After a cut the thread is not
     * interrupted, so that this can be put in order; {@link #goOnStopping} lets those further out see the end of the time.
     *
     * @return whether it was cut
     */
    public static boolean cuts(Runnable work) {
        try {
            work.run();
            return false;
        } catch (CancellationException over) {
            return Thread.interrupted();
        }
    }

    /** If the time is over, the search has ended: what follows is not interrupted, and puts in order what was found. */
    public static void putInOrder() {
        Thread.interrupted();
    }

    /** After a cut: whoever checks next is to stop, too. */
    public static void goOnStopping() {
        Thread.currentThread().interrupt();
    }

    /**
     * Called in the inner loops of symbolic and numeric work.
     *
     * @throws CancellationException if the thread was interrupted: nobody waits for the result any more
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for this result any more");
        }
    }
}

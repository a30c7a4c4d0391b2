package org.macrostate.equations;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
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
        InterruptibleWork<T> running = InterruptibleWork.start("macrostate-symbolic", work);
        try {
            return Optional.of(waitedFor(running));
        } catch (TimeoutException over) {
            running.abandon();
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            running.abandon();
            Thread.currentThread().interrupt();
            throw new Interrupted(over(what), interrupted);
        } catch (ExecutionException failed) {
            throw InterruptibleWork.failure(InterruptibleWork.cause(failed));
        }
    }

    /**
     * The same for work that ends with a part of its result when it is interrupted, as {@link #cuts} lets it: when the time is
     * over, or the caller is interrupted, it is, and gets some seconds to do so.
     *
     * @throws BadInput if it does not, or as the work does
     */
    public <T> T partly(String what, Supplier<T> work) {
        InterruptibleWork<T> running = InterruptibleWork.start("macrostate-symbolic", work);
        boolean isInterrupted = false;
        try {
            try {
                return waitedFor(running);
            } catch (TimeoutException over) {
                running.interrupt();
            } catch (InterruptedException interrupted) {
                isInterrupted = true;
                running.interrupt();
            }
            long grace = Math.min(MOST_GRACE, Math.max(LEAST_GRACE, duration.toMillis()));
            return running.await(TimeUnit.MILLISECONDS.toNanos(grace));
        } catch (TimeoutException | InterruptedException deaf) {
            running.abandon();
            throw ended(what, isInterrupted || deaf instanceof InterruptedException, deaf);
        } catch (ExecutionException failed) {
            Throwable cause = InterruptibleWork.cause(failed);
            if (cause instanceof CancellationException) {
                throw ended(what, isInterrupted, cause);
            }
            throw InterruptibleWork.failure(cause);
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
    private <T> T waitedFor(InterruptibleWork<T> running)
            throws InterruptedException, ExecutionException, TimeoutException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean isMeasured = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        long begun = System.nanoTime();
        long wait = duration.toNanos();
        while (true) {
            try {
                return running.await(wait);
            } catch (TimeoutException over) {
                long used =
                        isMeasured ? threads.getThreadCpuTime(running.thread().getId()) : duration.toNanos();
                wait = Math.min(
                        duration.toNanos() - used, MOST_WAITING * duration.toNanos() - (System.nanoTime() - begun));
                if (used < 0 && !running.isDone() || wait <= 0) {
                    throw over;
                }
            }
        }
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

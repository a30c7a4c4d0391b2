package org.macrostate.engine.analysis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.InterruptibleWork;
import org.macrostate.equations.TimeLimit;

/**
 * A bound on the time that an answer may take, by the clock. When it is over the work is interrupted, and gets half as long
 * again to put in order what it has; searches then end with what they found.
 *
 * @param limit empty: as long as it takes; zero: no work is begun
 * @param asked what the user set, of which this may be a part
 */
public record LimitedTime(Optional<Duration> limit, Optional<Duration> asked) {
    /** As long as it takes. */
    public static final LimitedTime NONE = new LimitedTime(Optional.empty());

    private static final long LEAST_GRACE = TimeUnit.SECONDS.toNanos(2);

    /** All of what the user set. */
    public LimitedTime(Optional<Duration> limit) {
        this(limit, limit);
    }

    /** A part of it, told by the whole. */
    public LimitedTime part(Duration part) {
        return new LimitedTime(limit.map(whole -> part), asked);
    }

    /**
     * What was made.
     *
     * @param isCut whether the time was over before it was whole
     */
    public record Made<T>(T result, boolean isCut) {}

    /** The time was over, and nothing can be shown. */
    public static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Does work in the time there is.
     *
     * <p>An interrupt of the caller ends the work in the same way.
     *
     * @throws Over if it did not end, with or without a result
     * @throws CancellationException if the caller was interrupted and the work has nothing to show
     * @throws BadInput if symbolic work took all of the time
     */
    public <T> Made<T> of(Supplier<T> work) {
        if (limit.isEmpty()) {
            return new Made<>(work.get(), false);
        }
        if (limit.get().isZero()) {
            throw over();
        }
        InterruptibleWork<T> running = InterruptibleWork.start("macrostate-answer", work);
        boolean isCut = false;
        try {
            try {
                return new Made<>(running.await(limit.get().toNanos()), false);
            } catch (TimeoutException over) {
                isCut = true;
                running.interrupt();
                long grace = Math.max(LEAST_GRACE, limit.get().toNanos() / 2);
                return new Made<>(running.await(grace), true);
            }
        } catch (TimeoutException deaf) {
            throw over();
        } catch (InterruptedException interrupted) {
            running.interrupt();
            return new Made<>(remains(running), true);
        } catch (ExecutionException failed) {
            throw rethrown(InterruptibleWork.cause(failed), isCut);
        }
    }

    /** What interrupted work ends with; the caller is interrupted still. */
    private static <T> T remains(InterruptibleWork<T> running) {
        try {
            return running.await(LEAST_GRACE);
        } catch (InterruptedException | TimeoutException | ExecutionException nothing) {
            throw new CancellationException("interrupted");
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The same where a part is of no use.
     *
     * @throws Over if it was cut
     */
    public <T> T whole(Supplier<T> work) {
        Made<T> made = of(work);
        if (made.isCut()) {
            throw over();
        }
        return made.result();
    }

    private RuntimeException rethrown(Throwable cause, boolean isCut) {
        if (cause instanceof TimeLimit.Interrupted symbolic && isCut) {
            return new BadInput(String.valueOf(symbolic.getMessage()));
        }
        if (cause instanceof CancellationException && isCut) {
            return over();
        }
        return InterruptibleWork.failure(cause);
    }

    /** The limit in words: {@code 0.5 s}. */
    public String words() {
        double seconds = asked.orElse(Duration.ZERO).toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }

    private Over over() {
        return new Over("the time limit of " + words() + " was reached before it was finished; --time-limit gives it "
                + "longer");
    }
}

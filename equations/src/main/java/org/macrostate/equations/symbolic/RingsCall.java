package org.macrostate.equations.symbolic;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call of a probabilistic algorithm of Rings. Some throw at unlucky evaluation points, which are drawn anew at each
 * call; what fails again and again is left undone, and the caller goes on without.
 */
final class RingsCall {
    private static final int ATTEMPTS = 6;

    private RingsCall() {}

    /** What the algorithm yields; empty if none of several calls came to an end. */
    static <T> Optional<T> attempt(Supplier<T> algorithm) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return Optional.of(algorithm.get());
            } catch (RuntimeException | StackOverflowError | AssertionError unlucky) {
                if (Thread.currentThread().isInterrupted()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}

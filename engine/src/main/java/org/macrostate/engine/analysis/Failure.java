package org.macrostate.engine.analysis;

import java.util.concurrent.CancellationException;
import org.hipparchus.exception.MathRuntimeException;
import org.macrostate.equations.BadInput;

/**
 * Why there is no answer at all.
 *
 * @param why in words for the user
 * @param cause for those who look for the place in the program
 */
public record Failure(Kind kind, String why, Throwable cause) {
    /** Whose matter it is. */
    public enum Kind {
        /** The user's: it was asked for what cannot be, or for more than there is. */
        INPUT,
        /** Nobody's: a method of the numerics gave up where it had no value to say so. */
        NUMERICS,
        /** The program's. */
        DEFECT
    }

    /** What such an exception or error means. */
    public static Failure of(Throwable cause) {
        if (cause instanceof BadInput bad) {
            return new Failure(
                    Kind.INPUT,
                    bad.place().map(place -> place + ": " + bad.what()).orElse(bad.what()),
                    cause);
        }
        if (cause instanceof OutOfMemoryError) {
            return new Failure(
                    Kind.INPUT,
                    "this takes more memory than there is, "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MiB; smaller sizes take less, java -Xmx8g -jar … gives it 8 GiB",
                    cause);
        }
        if (cause instanceof StackOverflowError) {
            return new Failure(Kind.INPUT, "the model is nested too deep", cause);
        }
        if (cause instanceof LimitedTime.Over || cause instanceof CancellationException) {
            return new Failure(Kind.NUMERICS, "not converged: " + cause.getMessage(), cause);
        }
        if (cause instanceof MathRuntimeException || cause instanceof ArithmeticException) {
            return new Failure(Kind.NUMERICS, "the numerics failed: " + cause.getMessage(), cause);
        }
        return new Failure(Kind.DEFECT, "a defect of Macrostate, not of your input: " + cause, cause);
    }
}

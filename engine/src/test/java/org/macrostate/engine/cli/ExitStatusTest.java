package org.macrostate.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.equations.BadInput;

/** The statuses that LANGUAGE.md, section 3, promises. */
class ExitStatusTest {
    private static int of(Throwable thrown) {
        return ExitStatus.of(Failure.of(thrown)).code();
    }

    @Test
    void of_an_answer() {
        assertEquals(0, ExitStatus.of(Outcome.DONE).code());
        assertEquals(1, ExitStatus.of(new Outcome.CheckFailed("z = 9")).code());
        assertEquals(3, ExitStatus.of(new Outcome.NotConverged("diverged")).code());
    }

    @Test
    void of_what_ends_without_an_answer() {
        assertEquals(2, of(new BadInput("no such name")));
        assertEquals(2, of(new OutOfMemoryError()));
        assertEquals(2, of(new StackOverflowError()));
        assertEquals(3, of(new MathIllegalStateException(LocalizedCoreFormats.ZERO_NORM)));
        assertEquals(70, of(new IllegalStateException("a value is read before it is computed")));
        assertEquals(70, of(new NoClassDefFoundError("org/example/Absent")));
    }
}

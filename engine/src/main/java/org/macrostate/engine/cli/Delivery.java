package org.macrostate.engine.cli;

import java.util.List;
import org.macrostate.engine.analysis.Outcome;

/** Says on standard error what is not in a result itself. */
final class Delivery {
    private Delivery() {}

    /** Says what is not seen in the result itself. */
    static void told(Terminal terminal, List<String> notes) {
        notes.forEach(note -> terminal.tell("macrostate: note: " + note));
    }

    /** Says what went wrong, if something did; the exit status. */
    static int told(Terminal terminal, Outcome outcome) {
        if (outcome instanceof Outcome.CheckFailed failed) {
            terminal.tell("macrostate: the check failed: " + failed.why());
        } else if (outcome instanceof Outcome.NotConverged failed) {
            terminal.tell("macrostate: not converged: " + failed.why());
        }
        return ExitStatus.of(outcome).code();
    }
}

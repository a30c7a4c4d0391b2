package org.macrostate.engine.cli;

import java.io.PrintStream;
import org.macrostate.reports.document.VisibleText;

/**
 * Where results and messages go.
 *
 * @param out results, nothing else
 * @param err progress and messages
 * @param interactive whether a person is watching {@code err}
 * @param outInteractive whether a person is reading {@code out}
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean outInteractive) {

    /** Prints a message in lines of its own; control characters are shown by their numbers. */
    void tell(String message) {
        err.println(VisibleText.lines(message));
    }

    /** Prints a result made for people, in the same way. */
    void show(String text) {
        out.print(VisibleText.lines(text));
    }
}

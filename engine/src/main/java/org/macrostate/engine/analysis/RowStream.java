package org.macrostate.engine.analysis;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A table that is written while it is computed. */
public interface RowStream {
    /** How many rows it has. */
    long rows();

    /**
     * Computes and writes it as CSV.
     *
     * @throws IOException if a row cannot be written
     */
    Ended writeTo(Writer out, ExecutionContext work) throws IOException;

    /** How it ended, with what a user has to know. */
    record Ended(Outcome outcome, List<String> notes) {}
}

package org.macrostate.engine.analysis;

/** What is kept of an answer while it is made. */
public enum Journaled {
    /** Runs of SGD. */
    RUNS,
    /** Finished parts of a map, or results of tasks. */
    PIECES
}

package org.macrostate.engine.analysis;

/** What is kept of an answer while it is made. */
public enum Journaled {
    /** Results of independent tasks, which shards may share among machines. */
    TASKS,
    /** Finished parts of a map, whose stages depend on each other. */
    PIECES
}

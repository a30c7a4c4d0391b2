package org.macrostate.engine.analysis;

import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.solvers.phase.KeptCheckpoints;

/**
 * What a question may use to be answered: threads, someone to tell how far it is, and places for finished runs and
 * finished pieces of maps.
 */
public record ExecutionContext(Runner runner, Progress progress, KeptRuns runs, KeptCheckpoints pieces) {
    /** Nothing is kept. */
    public ExecutionContext(Runner runner, Progress progress) {
        this(runner, progress, KeptRuns.NONE, KeptCheckpoints.NONE);
    }

    public ExecutionContext keeping(KeptRuns kept) {
        return new ExecutionContext(runner, progress, kept, pieces);
    }

    public ExecutionContext keeping(KeptCheckpoints kept) {
        return new ExecutionContext(runner, progress, runs, kept);
    }
}

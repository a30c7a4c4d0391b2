package org.macrostate.engine.study.question;

import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.solvers.phase.KeptPieces;

/**
 * What a question may use to be answered: threads, someone to tell how far it is, and places for finished runs and
 * finished pieces of maps.
 */
public record Work(Runner runner, Progress progress, KeptRuns runs, KeptPieces pieces) {
    /** Nothing is kept. */
    public Work(Runner runner, Progress progress) {
        this(runner, progress, KeptRuns.NONE, KeptPieces.NONE);
    }

    public Work keeping(KeptRuns kept) {
        return new Work(runner, progress, kept, pieces);
    }

    public Work keeping(KeptPieces kept) {
        return new Work(runner, progress, runs, kept);
    }
}

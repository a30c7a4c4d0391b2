package org.macrostate.engine.analysis;

import org.macrostate.engine.sweep.Execution;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;

/**
 * What a question may use to be answered: threads, someone to tell how far it is, and a place for finished pieces.
 *
 * @param execution who carries out tasks that need nothing of each other
 */
public record ExecutionContext(Runner runner, Progress progress, KeptPieces pieces, Execution execution) {
    /** Nothing is kept. */
    public ExecutionContext(Runner runner, Progress progress) {
        this(runner, progress, KeptPieces.NONE, Execution.LOCAL);
    }

    public ExecutionContext keeping(KeptPieces kept) {
        return new ExecutionContext(runner, progress, kept, execution);
    }

    public ExecutionContext by(Execution who) {
        return new ExecutionContext(runner, progress, pieces, who);
    }
}

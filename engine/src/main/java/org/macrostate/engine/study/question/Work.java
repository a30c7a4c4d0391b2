package org.macrostate.engine.study.question;

import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;

/**
 * What a question may use to be answered: threads, someone to tell how far it is, and a place for finished runs.
 */
public record Work(Runner runner, Progress progress, KeptRuns runs) {
    /** Runs are not kept. */
    public Work(Runner runner, Progress progress) {
        this(runner, progress, KeptRuns.NONE);
    }

    public Work keeping(KeptRuns kept) {
        return new Work(runner, progress, kept);
    }
}

package org.macrostate.engine.analysis;

import java.util.Optional;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.engine.sweep.Shard;
import org.macrostate.solvers.phase.KeptCheckpoints;

/**
 * What a question may use to be answered: threads, someone to tell how far it is, and a place for finished pieces.
 *
 * @param shard the part of the tasks that is asked for; all of them if empty
 */
public record ExecutionContext(Runner runner, Progress progress, KeptCheckpoints pieces, Optional<Shard> shard) {
    /** Nothing is kept. */
    public ExecutionContext(Runner runner, Progress progress) {
        this(runner, progress, KeptCheckpoints.NONE, Optional.empty());
    }

    public ExecutionContext keeping(KeptCheckpoints kept) {
        return new ExecutionContext(runner, progress, kept, shard);
    }

    public ExecutionContext only(Optional<Shard> part) {
        return new ExecutionContext(runner, progress, pieces, part);
    }
}

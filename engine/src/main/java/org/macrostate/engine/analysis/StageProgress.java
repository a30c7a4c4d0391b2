package org.macrostate.engine.analysis;

import org.macrostate.engine.sweep.Progress;

/** Tells a stage how far a quantity has come, in equal units; used by one thread. */
public final class StageProgress {
    private final Progress.Stage stage;
    private final double end;
    private final long units;
    private long told;

    public StageProgress(Progress.Stage stage, double end, long units) {
        this.stage = stage;
        this.end = end;
        this.units = units;
    }

    public void at(double reached) {
        long now = end > 0 ? (long) (units * Math.min(1, reached / end)) : units;
        if (now > told) {
            stage.advance(now - told);
            told = now;
        }
    }
}

package org.macrostate.solvers.phase;

/** Hears how far a computation is; called from any thread, one at a time, with rising {@code done}. */
@FunctionalInterface
public interface ProgressListener {
    void at(int done, int total);
}

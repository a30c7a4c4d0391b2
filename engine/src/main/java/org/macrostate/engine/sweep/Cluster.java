package org.macrostate.engine.sweep;

import org.macrostate.equations.BadInput;

/** Machines that carry out tasks of a job which they make from its text. */
public interface Cluster {
    /** Gets the results as they come, in any order, from one thread at a time. */
    @FunctionalInterface
    interface Sink {
        void done(long task, byte[] result);
    }

    /**
     * Carries out tasks; returns when all are done.
     *
     * @param tasks numbers of tasks, to the cluster just numbers
     * @throws BadInput if a task failed by the user's fault, or an executor computes otherwise than this process
     * @throws ArithmeticException if the numerics of a task failed
     */
    void carryOut(Job job, long[] tasks, Sink sink);
}

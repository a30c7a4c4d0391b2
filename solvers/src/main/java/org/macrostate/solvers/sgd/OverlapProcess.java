package org.macrostate.solvers.sgd;

/** Overlaps and trained scalars, moving a step at a time. */
interface OverlapProcess extends Overlaps {
    /**
     * Makes steps.
     *
     * @param target how many there are to be in all
     * @return false if a number has ceased to be finite, after which the walk is of no use
     */
    boolean advance(long target);

    long steps();

    /** t = steps / N. */
    double time();
}

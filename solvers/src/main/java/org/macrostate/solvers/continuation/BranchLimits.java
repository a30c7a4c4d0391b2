package org.macrostate.solvers.continuation;

/**
 * What bounds the work on a branch diagram. A bound that is reached is told in the diagram's notes.
 *
 * @param mostBranches branches that are followed at most
 * @param mostSteps of a branch, in one direction
 * @param longestStep in scaled arclength, on which the whole range of the parameter is 1
 * @param switches whether branches are followed that cross those already known
 */
public record BranchLimits(int mostBranches, int mostSteps, double longestStep, boolean switches) {
    /** 60 branches of 3000 steps of 0.03 at most. */
    public static final BranchLimits USUAL = new BranchLimits(60, 3000, 0.03, true);
}

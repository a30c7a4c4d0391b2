package org.macrostate.solvers.continuation;

/**
 * Where a quantity has a given value on a branch.
 *
 * @param branch its number
 * @param point the fixed point
 */
public record BranchMark(int branch, BranchPoint point) {}

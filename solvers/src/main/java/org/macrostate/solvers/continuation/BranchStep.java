package org.macrostate.solvers.continuation;

/**
 * One step along a branch.
 *
 * @param length distance of the hyperplane in which {@code to} lies, along the tangent of {@code from}
 */
record BranchStep(BranchState from, BranchState to, double length) {}

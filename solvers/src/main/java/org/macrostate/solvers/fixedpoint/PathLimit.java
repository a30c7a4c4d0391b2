package org.macrostate.solvers.fixedpoint;

/**
 * How many paths of a homotopy are followed for every solution of polynomial equations.
 *
 * @param most of more paths none is followed
 * @param isAsked whether a user asked for all of them; otherwise they are followed where most lead to regular solutions, and
 *     nothing is said of what was not counted
 */
record PathLimit(long most, boolean isAsked) {
    /** Unless told otherwise. */
    static final PathLimit USUAL = new PathLimit(5000, false);
}

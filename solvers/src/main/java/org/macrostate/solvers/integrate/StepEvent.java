package org.macrostate.solvers.integrate;

/**
 * Something that happens within a step.
 *
 * @param constraint that is broken, or the jump whose surface is reached; -1 for a crossing
 * @param upwards of a motion along a surface, whether it ends on the upper side
 */
record StepEvent(Kind kind, double time, double[] state, int constraint, boolean upwards) {
    enum Kind {
        LEFT_DOMAIN,
        CROSSED,
        REACHED_SURFACE,
        LEFT_SURFACE
    }
}

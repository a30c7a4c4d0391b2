package org.macrostate.solvers.phase;

/**
 * A place on a grid edge where a state ceases to be stable.
 *
 * @param phase of the state that ceases
 * @param at the state there
 */
record EdgeCrossing(PhaseBoundary.Kind kind, String phase, double x, double y, CriticalState at) {
    /** Whether two crossings can lie on one curve. */
    boolean sameCurve(EdgeCrossing other) {
        return kind == other.kind && phase.equals(other.phase);
    }
}

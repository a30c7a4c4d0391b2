package org.macrostate.solvers.integrate;

/** Asked after each step whether the integration may end there. */
@FunctionalInterface
public interface StopCondition {
    /** Never stops. */
    StopCondition NEVER = (t, state) -> false;

    /** @param state at time t; a copy */
    boolean holds(double t, double[] state);
}

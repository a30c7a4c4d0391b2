package org.macrostate.solvers.integrate;

/** Asked after each step whether the integration may end there. */
@FunctionalInterface
public interface StopCondition {
    /** Never stops. */
    StopCondition NEVER = (t, state) -> false;

    /** @param state at time t; neither kept nor changed */
    boolean holds(double t, double[] state);
}

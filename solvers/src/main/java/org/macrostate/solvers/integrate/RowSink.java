package org.macrostate.solvers.integrate;

/** Is given the rows of a trajectory one after another, as they are reached, so that nobody need hold them all. */
@FunctionalInterface
public interface RowSink {
    /** @param state at time t; not to be modified */
    void row(double t, double[] state);
}

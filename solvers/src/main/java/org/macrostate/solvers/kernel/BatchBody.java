package org.macrostate.solvers.kernel;

/** A range of a batch kernel's loops; generated. Arrays are indexed by quantity, then by point. */
interface BatchBody {
    /** Evaluates the points {@code from <= p < to}. */
    void run(double t, double[][] state, double[][] parameters, double[][] out, double[][] work, int from, int to);
}

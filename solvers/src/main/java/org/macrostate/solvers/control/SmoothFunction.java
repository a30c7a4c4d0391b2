package org.macrostate.solvers.control;

/** A function on the unit box with its gradient. */
@FunctionalInterface
interface SmoothFunction {
    /** @param at from 0 to 1 each; kept, not modified */
    Point at(double[] at);

    /** The function at a point. */
    interface Point {
        /** +∞ where the point is no candidate. */
        double value();

        /** Computed when it is asked for; of finite values only. */
        double[] gradient();
    }
}

package org.macrostate.solvers.tune;

/**
 * Constants that were tried.
 *
 * @param constants in the order of the search; not to be modified
 * @param goal what is made small; +∞ if the goal was not reached
 */
public record Trial(double[] constants, double goal) {
    public boolean reached() {
        return goal < Double.POSITIVE_INFINITY;
    }
}

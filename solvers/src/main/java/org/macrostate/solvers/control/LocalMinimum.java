package org.macrostate.solvers.control;

/**
 * Where a local search ended.
 *
 * @param at coordinates from 0 to 1
 * @param value +∞ if the start was no candidate
 * @param gradient by the coordinates
 * @param residual first-order (KKT) residual: the largest component of the gradient that a bound does not hold back
 * @param converged whether it ended because nothing was left to gain
 */
record LocalMinimum(double[] at, double value, double[] gradient, double residual, int iterations, boolean converged) {
    /** The residual of a gradient at a point of the unit box. */
    static double residual(double[] at, double[] gradient) {
        double largest = 0;
        for (int i = 0; i < at.length; i++) {
            boolean held = at[i] <= 0 && gradient[i] >= 0 || at[i] >= 1 && gradient[i] <= 0;
            largest = held ? largest : Math.max(largest, Math.abs(gradient[i]));
        }
        return largest;
    }
}

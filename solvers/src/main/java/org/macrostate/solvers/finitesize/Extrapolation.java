package org.macrostate.solvers.finitesize;

/**
 * What is left of a deviation for N → ∞.
 *
 * @param dimensions how many dimensions it rests on; with one, the bias at finite N is part of it
 * @param deviation simulation - theory, extrapolated
 * @param degrees of freedom of its error
 * @param adjusted the probability of such a deviation under a right theory, corrected for the number of comparisons
 */
public record Extrapolation(
        String name,
        double t,
        int dimensions,
        double deviation,
        double standardError,
        double degrees,
        double adjusted) {

    /** Student's t. */
    public double score() {
        return deviation / standardError;
    }
}

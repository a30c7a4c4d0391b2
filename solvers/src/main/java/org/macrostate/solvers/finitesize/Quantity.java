package org.macrostate.solvers.finitesize;

/**
 * A row of the check's table.
 *
 * @param dimension N
 * @param t steps / N
 * @param theory mean over the runs, if each has its own
 * @param simulation mean over the runs
 * @param standardError of the mean of simulation - theory, from the runs
 * @param predictedStandardError of the same, from theory; NaN if it was not predicted
 * @param z (simulation - theory) / standardError; holds the finite-N bias, too
 */
public record Quantity(
        String name,
        int dimension,
        double t,
        double theory,
        double simulation,
        double standardError,
        double predictedStandardError,
        double z) {}

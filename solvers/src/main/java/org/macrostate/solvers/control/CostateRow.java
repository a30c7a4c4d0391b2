package org.macrostate.solvers.control;

/**
 * A moment of a controlled trajectory.
 *
 * @param state n elements
 * @param quantity the goal's
 * @param controls m elements
 * @param costate n elements: derivatives of the objective by the state at this time
 * @param switching m elements: derivatives of the Hamiltonian by the controls; where one is negative a larger control lowers
 *     the objective
 */
public record CostateRow(
        double t, double[] state, double quantity, double[] controls, double[] costate, double[] switching) {}

package org.macrostate.solvers.control;

/**
 * What became of one start.
 *
 * @param kind what schedule it was: a simple form's best, constant, pulses, random, or a warped copy of one found before
 * @param before the objective there; +∞ if it does not reach the goal
 * @param objective after the local search; +∞ if it led nowhere
 * @param refined the objective on all pieces; NaN if it was not among the best, which alone are refined
 * @param residual first-order (KKT) residual
 * @param optimum number of the local optimum it belongs to, from 1; 0 if the search ended away from one
 */
public record StartOutcome(
        String kind, double before, double objective, double refined, double residual, int iterations, int optimum) {}

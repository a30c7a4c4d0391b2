package org.macrostate.solvers.control;

/**
 * A step of a controlled run.
 *
 * @param piece of the control
 * @param from state and integrals before it, n + q elements; not to be modified
 * @param stages n elements for each of the stages; not to be modified
 */
record StepTaken(int piece, double t, double h, double[] from, double[] stages) {}

package org.macrostate.equations.matrix;

/**
 * A named matrix or column and what it, or its rate, is.
 *
 * @param rate whether the right side is the time derivative
 */
public record MatrixEquation(String name, boolean rate, MatrixSum right) {}

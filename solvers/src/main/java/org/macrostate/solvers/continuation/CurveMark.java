package org.macrostate.solvers.continuation;

/**
 * A point of codimension two as it was located.
 *
 * @param solution of the curve's defining system; not to be modified
 */
record CurveMark(CodimensionTwo.Kind kind, double[] solution) {}

package org.macrostate.equations.derive;

import org.macrostate.equations.tensor.Expression;

/**
 * One family of order-parameter equations, {@code d variable / dt = rate}, t = steps / N.
 *
 * @param rate in parameters, order parameters, scalars and named pieces, with the variable's own free indices
 */
public record Equation(StateVariable variable, Expression rate) {}

package org.macrostate.equations.gaussian;

import org.macrostate.equations.tensor.Expression;

/**
 * An expectation and where it comes from.
 *
 * @param rule what gave it, with its source
 * @param numerical true if it is a quadrature formula and no closed form
 */
public record Evaluation(Expression value, String rule, boolean numerical) {}

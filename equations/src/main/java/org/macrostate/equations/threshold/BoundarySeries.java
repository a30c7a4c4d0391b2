package org.macrostate.equations.threshold;

import org.macrostate.equations.tensor.Expression;

/**
 * A boundary as the beginning of a power series.
 *
 * @param parameter label of the small parameter
 * @param order the highest power that was asked for
 * @param sum of the terms up to it; exponents may be fractions or negative
 * @param omitted exponent of the first power left out
 * @param checkedPoints random points at which the exact root was compared with the sum for ever smaller parameters, and
 *     with numeric eigenvalues on both sides
 */
public record BoundarySeries(String parameter, int order, Expression sum, double omitted, int checkedPoints) {}

package org.macrostate.equations.gaussian;

import org.macrostate.equations.tensor.Expression;

/** The second moments of the centred, jointly Gaussian variables an expectation is taken over. */
public interface Covariance {
    /** True for an atom that is one of the variables. */
    boolean isVariable(Expression atom);

    /** E[a b] in overlaps and parameters, or as a named piece. */
    Expression of(Expression a, Expression b);
}

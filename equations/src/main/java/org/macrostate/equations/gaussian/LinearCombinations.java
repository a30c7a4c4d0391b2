package org.macrostate.equations.gaussian;

import org.macrostate.equations.tensor.Expression;

/** Linear combinations of jointly Gaussian variables, which are Gaussian. */
public final class LinearCombinations {
    private LinearCombinations() {}

    /**
     * E[a b].
     *
     * @throws java.util.NoSuchElementException if one of them is not linear in the variables
     */
    public static Expression covariance(Expression a, Expression b, Covariance covariance) {
        return LinearForm.of(a, covariance)
                .orElseThrow()
                .covariance(LinearForm.of(b, covariance).orElseThrow(), covariance);
    }
}

package org.macrostate.equations.gaussian;

import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** Variables of equal variances, in quarters, and correlation one half, as exact numbers. */
record NumericCovariance(double variance) implements Covariance {
    @Override
    public boolean isVariable(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.COMBINATION;
    }

    @Override
    public Expression of(Expression a, Expression b) {
        return Expression.of(Math.round(8 * variance)).over(Expression.of(a.equals(b) ? 8 : 16));
    }
}

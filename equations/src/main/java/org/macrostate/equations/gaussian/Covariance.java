package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.OptionalInt;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Times;

/** The second moments of the centred, jointly Gaussian variables an expectation is taken over. */
public interface Covariance {
    /** True for an atom that is one of the variables. */
    boolean isVariable(Expression atom);

    /** True of a variable of variance one that is independent of all others, as far as that is known without a computation. */
    default boolean isApart(Expression variable) {
        return false;
    }

    /** A product as a reader knows it, for messages. */
    default String told(List<Expression> factors) {
        return ExpressionText.of(Times.of(factors));
    }

    /** How many terms a sum of this extent has, where equations hold for one number of them. */
    default OptionalInt terms(Expression extent) {
        return OptionalInt.empty();
    }

    /** A product with the same expectation, in the form that all products with this one have in common; or itself. */
    default Expression exchanged(List<Expression> factors) {
        return Times.of(factors);
    }

    /** E[a b] in overlaps and parameters, or as a named piece. */
    Expression of(Expression a, Expression b);
}

package org.macrostate.equations.gaussian;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/** Gives expectations of products a name, so that each is computed once and equations stay readable. */
public interface MomentNames {

    /** No names: every expectation is written out where it stands. */
    MomentNames NONE = (factors, mean) -> mean.apply(factors).value();

    /** A computation of E[∏ factors]. */
    interface Mean {
        Evaluation apply(List<Expression> factors);
    }

    /** The expectation of these factors under a name, or written out. */
    Expression named(List<Expression> factors, Mean mean);

    /** Hears of an expectation that is written out where it stands. */
    default void noted(List<Expression> factors, Evaluation evaluation) {}
}

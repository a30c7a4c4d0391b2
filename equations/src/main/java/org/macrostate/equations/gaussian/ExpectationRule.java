package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/** One rule for expectations of products. */
public interface ExpectationRule {

    /** What it is called, with its source. */
    String citation();

    /** What of it these factors need, with sources. */
    default String citation(List<Expression> factors) {
        return citation();
    }

    /** Likewise, where it also depends on how many fields there are in them. */
    default String citation(List<Expression> factors, Covariance covariance) {
        return citation(factors);
    }

    /** True if what it gives is a quadrature formula and no closed form. */
    default boolean isNumerical() {
        return false;
    }

    /** E[∏ factors], or empty if the rule does not apply to these factors. */
    Optional<Expression> apply(List<Expression> factors, Covariance covariance);
}

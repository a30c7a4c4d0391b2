package org.macrostate.equations.gaussian;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/** Expectations of products of sign and error functions, which no other rule reduces any further. */
interface BaseCase {

    /** E[product] under the law, or empty if this is not such a case. */
    Optional<Expression> of(Product product, GaussianLaw law);
}

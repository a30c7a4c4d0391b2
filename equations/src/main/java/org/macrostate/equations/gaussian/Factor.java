package org.macrostate.equations.gaussian;

import org.macrostate.equations.tensor.Expression;

/** A factor of a product whose expectation has a closed form, on a linear form h of the variables. */
sealed interface Factor {
    LinearForm form();

    /** h itself. */
    record Linear(LinearForm form) implements Factor {}

    /** erf(h/√(2 spread)) = E[sign(h + ξ)], ξ of variance {@code spread}. */
    record ErrorFunction(LinearForm form, Expression spread) implements Factor {}

    /** sign(h). */
    record Sign(LinearForm form) implements Factor {}

    /** exp(−h²/(2 width)). */
    record Bell(LinearForm form, Expression width) implements Factor {}

    /** Dirac's δ(h): the derivative of a step. */
    record Dirac(LinearForm form) implements Factor {}
}

package org.macrostate.equations.gaussian;

/** A factor of a product whose expectation has a closed form, on a linear form h of the variables. */
sealed interface Factor {
    LinearForm form();

    /** h itself. */
    record Linear(LinearForm form) implements Factor {}

    /** erf(h). */
    record ErrorFunction(LinearForm form) implements Factor {}

    /** sign(h). */
    record Sign(LinearForm form) implements Factor {}

    /** exp(−h²/2). */
    record Bell(LinearForm form) implements Factor {}

    /** Dirac's δ(h): the derivative of a step. */
    record Dirac(LinearForm form) implements Factor {}

    /** True for erf and sign: odd, bounded, and what the base cases are about. */
    default boolean isOddFunction() {
        return this instanceof ErrorFunction || this instanceof Sign;
    }
}

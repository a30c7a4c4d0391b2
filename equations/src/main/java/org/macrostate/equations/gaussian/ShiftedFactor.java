package org.macrostate.equations.gaussian;

import org.macrostate.equations.tensor.Expression;

/** A factor of a product, on a Gaussian variable u that may have a mean. */
sealed interface ShiftedFactor {
    AffineForm form();

    /** u itself. */
    record Linear(AffineForm form) implements ShiftedFactor {}

    /** sign(u). */
    record Sign(AffineForm form) implements ShiftedFactor {}

    /** erf(u). */
    record ErrorFunction(AffineForm form) implements ShiftedFactor {}

    /** exp(u). */
    record Exponential(AffineForm form) implements ShiftedFactor {}

    /** exp(−u²/(2 width)). */
    record Bell(AffineForm form, Expression width) implements ShiftedFactor {}

    /** Dirac's δ(u). */
    record Dirac(AffineForm form) implements ShiftedFactor {}
}

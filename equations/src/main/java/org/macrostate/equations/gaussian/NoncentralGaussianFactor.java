package org.macrostate.equations.gaussian;

import org.macrostate.equations.tensor.Expression;

/** A factor of a product, on a Gaussian variable u that may have a mean. */
sealed interface NoncentralGaussianFactor {
    AffineForm form();

    /** u itself. */
    record Linear(AffineForm form) implements NoncentralGaussianFactor {}

    /** sign(u). */
    record Sign(AffineForm form) implements NoncentralGaussianFactor {}

    /** erf(u). */
    record ErrorFunction(AffineForm form) implements NoncentralGaussianFactor {}

    /** exp(u). */
    record Exponential(AffineForm form) implements NoncentralGaussianFactor {}

    /** exp(−u²/(2 width)). */
    record Bell(AffineForm form, Expression width) implements NoncentralGaussianFactor {}

    /** Dirac's δ(u). */
    record Dirac(AffineForm form) implements NoncentralGaussianFactor {}
}

/**
 * Expectations over a fresh sample, by rules on indexed expressions; one rule a file, each citing its source.
 *
 * <p>Knows covariances only through {@link org.macrostate.equations.gaussian.Covariance}; what a covariance is in terms
 * of overlaps is the derivation's business.
 */
@NullMarked
package org.macrostate.equations.gaussian;

import org.jspecify.annotations.NullMarked;

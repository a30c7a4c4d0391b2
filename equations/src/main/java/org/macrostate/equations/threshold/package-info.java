/**
 * Symbolic stability of a named state: where, in closed form, does it gain or lose stability.
 *
 * <p>The Jacobian is evaluated exactly at the state, split into irreducible blocks, and each block's Hurwitz conditions
 * are solved for the parameter asked for. {@link org.macrostate.equations.threshold.Thresholds} is the public door. A
 * closed form that does not agree with numeric eigenvalues is withheld.
 */
@NullMarked
package org.macrostate.equations.threshold;

import org.jspecify.annotations.NullMarked;

/**
 * Theory against finite-N runs as a statistical test: z-scores, the limit N → ∞ told from finite-N bias, a verdict.
 *
 * <p>{@link org.macrostate.solvers.finitesize.FiniteSizeCheck} judges trajectories,
 * {@link org.macrostate.solvers.finitesize.FluctuationEquation} predicts the error bars. Numbers come in as arrays: nothing
 * here knows how a theory was derived.
 */
@NullMarked
package org.macrostate.solvers.finitesize;

import org.jspecify.annotations.NullMarked;

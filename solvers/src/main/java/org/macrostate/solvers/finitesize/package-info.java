/**
 * Theory against finite-N runs as a statistical test: z-scores, the limit N → ∞ told from finite-N bias, a verdict.
 *
 * <p>{@link org.macrostate.solvers.finitesize.EnsembleTheory} sets runs beside the theory from each run's own start,
 * {@link org.macrostate.solvers.finitesize.FluctuationEquation} predicts the error bars, and
 * {@link org.macrostate.solvers.finitesize.FiniteSizeCheck} judges.
 */
@NullMarked
package org.macrostate.solvers.finitesize;

import org.jspecify.annotations.NullMarked;

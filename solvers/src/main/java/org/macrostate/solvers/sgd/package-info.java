/**
 * One-pass SGD at finite N from the model itself, and the exact overlap process: the judge of every derivation.
 *
 * <p>{@link org.macrostate.solvers.sgd.Simulation} is one model with its numbers bound. The step comes from the model's loss or update alone;
 * nothing of the derivation may come in here, so that theory and simulation share nothing that could be wrong twice.
 * The gradient is the graph's, tested against automatic differentiation.
 */
@NullMarked
package org.macrostate.solvers.sgd;

import org.jspecify.annotations.NullMarked;

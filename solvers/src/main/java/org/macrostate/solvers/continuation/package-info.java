/**
 * Branches of fixed points followed in one parameter, with their folds, branch points and Hopf points.
 *
 * <p>The door is {@link org.macrostate.solvers.continuation.BranchDiagramSolver}. A continuation is an immutable problem
 * ({@link org.macrostate.solvers.continuation.ContinuationProblem}) and an iterator over its steps; steps, scales and
 * starts are chosen by the program. How a branch ends is a value. Knows nothing of any particular model.
 */
@NullMarked
package org.macrostate.solvers.continuation;

import org.jspecify.annotations.NullMarked;

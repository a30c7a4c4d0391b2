/**
 * The one nonlinear core: equations in as many unknowns or in one more, Newton's method, dense linear algebra, and curves
 * of solutions followed by pseudo-arclength steps with events.
 *
 * <p>A problem is a {@link org.macrostate.solvers.nonlinear.NonlinearSystem}; {@link
 * org.macrostate.solvers.nonlinear.Newton} solves it, {@link org.macrostate.solvers.nonlinear.ArclengthIterator} follows its
 * curves. Failure is a value. Matrices are {@code double[]} row by row. Knows nothing of models, states or parameters.
 */
@NullMarked
package org.macrostate.solvers.nonlinear;

import org.jspecify.annotations.NullMarked;

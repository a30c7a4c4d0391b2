/**
 * Fixed points of a compiled system: all that can be found, each with residual, eigenvalues, stability and phase.
 *
 * <p>The door is {@link org.macrostate.solvers.fixedpoint.FixedPointSearch}. Starts lie in the physical region, roots
 * are merged up to the symmetries that the compiled equations are found to have, and continuous families count once.
 * Knows nothing of any particular model.
 */
@NullMarked
package org.macrostate.solvers.fixedpoint;

import org.jspecify.annotations.NullMarked;

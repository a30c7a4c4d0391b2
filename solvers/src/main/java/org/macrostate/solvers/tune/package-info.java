/**
 * The best constants of a schedule: what a course in time costs, and where in a box the cost is least.
 *
 * <p>The door is {@link org.macrostate.solvers.tune.ConstantSearch}. A goal ({@link org.macrostate.solvers.tune.Goal}) makes
 * a number of a course; a goal that is not reached is worse than any that is. Every point that was tried is part of the
 * result. Knows nothing of schedules' texts: constants are elements of the parameter vector.
 */
@NullMarked
package org.macrostate.solvers.tune;

import org.jspecify.annotations.NullMarked;

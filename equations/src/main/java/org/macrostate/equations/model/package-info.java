/**
 * The learning problem a user states: declarations, a loss or updates, named overlaps, observables, states, phases.
 *
 * <p>{@link org.macrostate.equations.model.LearningProblem} is immutable and checked; it is made by its builder only,
 * which the YAML reader uses too. Errors carry the place, what was expected and what was found.
 */
@NullMarked
package org.macrostate.equations.model;

import org.jspecify.annotations.NullMarked;

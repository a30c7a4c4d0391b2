/**
 * What questions are asked of: a model with its sizes and parameters set, and the values that users write.
 *
 * <p>The door is {@link org.macrostate.engine.model.ModelInstance}. Texts of options and keys become times, starts,
 * schedules and settings here, each with its message. Comes in: a learning problem; goes out: systems, derived and compiled
 * once, and simulations.
 */
@NullMarked
package org.macrostate.engine.model;

import org.jspecify.annotations.NullMarked;

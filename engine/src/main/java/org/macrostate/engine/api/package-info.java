/**
 * The front door for Java: a model, what is asked of it, and answers as plain numbers, texts and tables.
 *
 * <p>{@link org.macrostate.engine.api.MacroscopicModel} is where to begin. Only this package, {@code
 * org.macrostate.equations.model.LearningProblem} with its builder and {@code org.macrostate.equations.BadInput} are kept
 * from version to version; other packages are public to one another and may change.
 */
@NullMarked
package org.macrostate.engine.api;

import org.jspecify.annotations.NullMarked;

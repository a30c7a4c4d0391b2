/**
 * What all analyses have in common: a question, its answer, how it turned out and what it may use.
 *
 * <p>A question is what a command and an item of a study file have in common: its options, checked. Each analysis has a
 * package of its own inside this one and knows nothing of another.
 */
@NullMarked
package org.macrostate.engine.analysis;

import org.jspecify.annotations.NullMarked;

/**
 * {@code tune}: the constants of a schedule that reach a goal soonest or best.
 */
@NullMarked
package org.macrostate.engine.analysis.tune;

import org.jspecify.annotations.NullMarked;

/**
 * {@code control}: optimal schedules of free form, by gradients through the derived equations.
 */
@NullMarked
package org.macrostate.engine.analysis.control;

import org.jspecify.annotations.NullMarked;

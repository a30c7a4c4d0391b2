/**
 * {@code thresholds}: the stability of a named state in symbols, and where it changes.
 */
@NullMarked
package org.macrostate.engine.analysis.thresholds;

import org.jspecify.annotations.NullMarked;

/**
 * {@code simulate}: SGD itself, or the exact process of its overlaps.
 */
@NullMarked
package org.macrostate.engine.analysis.simulate;

import org.jspecify.annotations.NullMarked;

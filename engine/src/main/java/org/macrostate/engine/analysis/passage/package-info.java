/**
 * {@code passage}: the first time at which a condition holds, over runs of SGD.
 */
@NullMarked
package org.macrostate.engine.analysis.passage;

import org.jspecify.annotations.NullMarked;

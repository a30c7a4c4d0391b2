/**
 * {@code basins}: which stable state each of a family of starts reaches.
 */
@NullMarked
package org.macrostate.engine.analysis.basins;

import org.jspecify.annotations.NullMarked;

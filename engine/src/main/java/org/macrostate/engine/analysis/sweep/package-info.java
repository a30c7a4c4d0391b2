/**
 * {@code sweep}: measures of the other analyses at every combination of several parameters' values.
 *
 * <p>Points are cut into blocks, each a task whose result is bytes; the table is put together from these. Which measures
 * there are is told by the registry: a sweep knows no other analysis.
 */
@NullMarked
package org.macrostate.engine.analysis.sweep;

import org.jspecify.annotations.NullMarked;

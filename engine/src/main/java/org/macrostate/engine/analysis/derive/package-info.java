/**
 * {@code derive}: the order-parameter equations, as text, LaTeX, JSON or code.
 */
@NullMarked
package org.macrostate.engine.analysis.derive;

import org.jspecify.annotations.NullMarked;

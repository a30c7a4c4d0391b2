/**
 * From a learning problem, written down as a loss, to its macroscopic theory in symbols.
 *
 * <p>This root holds only what every room below may throw: {@link org.macrostate.equations.BadInput}.
 */
@NullMarked
package org.macrostate.equations;

import org.jspecify.annotations.NullMarked;

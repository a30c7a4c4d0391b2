/**
 * From a learning problem to its order-parameter equations, in index form (docs/theory.md, sections 2 and 3).
 *
 * <p>The public door is {@link org.macrostate.equations.derive.Derivation}; what comes out is an immutable
 * {@link org.macrostate.equations.derive.OrderParameterSystem}. Sizes stay symbols here.
 */
@NullMarked
package org.macrostate.equations.derive;

import org.jspecify.annotations.NullMarked;

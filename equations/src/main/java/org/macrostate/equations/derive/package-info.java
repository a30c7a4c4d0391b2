/**
 * From a learning problem to its order-parameter equations, in index form (THEORY sections 2 and 3 of the project).
 *
 * <p>The public door is {@link org.macrostate.equations.derive.Derivation}; what comes out is an immutable
 * {@link org.macrostate.equations.derive.OrderParameterSystem}. Sizes stay symbols here.
 */
@NullMarked
package org.macrostate.equations.derive;

import org.jspecify.annotations.NullMarked;

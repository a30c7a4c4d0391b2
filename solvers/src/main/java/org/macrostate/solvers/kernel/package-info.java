/**
 * Programs compiled to bytecode: right-hand sides, Jacobians, observables.
 *
 * <p>The only room that knows ASM. A kernel is stateless and may be shared by all threads; what it means is defined by
 * {@link org.macrostate.equations.graph.Interpreter}.
 */
@NullMarked
package org.macrostate.solvers.kernel;

import org.jspecify.annotations.NullMarked;

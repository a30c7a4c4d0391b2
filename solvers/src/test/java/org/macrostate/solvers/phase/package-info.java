/** Tests of phase diagrams. */
@NullMarked
package org.macrostate.solvers.phase;

import org.jspecify.annotations.NullMarked;

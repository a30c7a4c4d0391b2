/** Tests of the nonlinear core. */
@NullMarked
package org.macrostate.solvers.nonlinear;

import org.jspecify.annotations.NullMarked;

/** Tests of the search for fixed points. */
@NullMarked
package org.macrostate.solvers.fixedpoint;

import org.jspecify.annotations.NullMarked;

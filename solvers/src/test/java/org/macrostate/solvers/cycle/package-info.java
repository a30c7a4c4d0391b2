/** Tests of the search for fixed points. */
@NullMarked
package org.macrostate.solvers.cycle;

import org.jspecify.annotations.NullMarked;

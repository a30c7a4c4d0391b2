/** Tests of the search for fixed points. */
@NullMarked
package org.macrostate.solvers.homotopy;

import org.jspecify.annotations.NullMarked;

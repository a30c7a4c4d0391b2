/** Systems written down by hand, to hold the solvers against: nothing here comes from the program's derivation. */
@NullMarked
package org.macrostate.solvers.problems;

import org.jspecify.annotations.NullMarked;

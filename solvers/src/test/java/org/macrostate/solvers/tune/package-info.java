/** Tests of the search for a schedule's constants. */
@NullMarked
package org.macrostate.solvers.tune;

import org.jspecify.annotations.NullMarked;

/** Tests of limit cycles. */
@NullMarked
package org.macrostate.solvers.cycle;

import org.jspecify.annotations.NullMarked;

/** Branches against closed forms and the published results of AUTO-07p. */
@NullMarked
package org.macrostate.solvers.continuation;

import org.jspecify.annotations.NullMarked;

/**
 * Symmetric invariant subspaces: systems of fewer order parameters for states whose copies are alike, from a derived system
 * and checked against it.
 */
@NullMarked
package org.macrostate.equations.symmetry;

import org.jspecify.annotations.NullMarked;

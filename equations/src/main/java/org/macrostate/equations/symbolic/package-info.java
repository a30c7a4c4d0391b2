/**
 * The only door to the computer algebra libraries: exact rational functions with roots, factoring, characteristic
 * polynomials, solving for one unknown, and closed forms written as a person would write them.
 *
 * <p>Trees go in and come out as {@link org.macrostate.equations.tensor.Expression}; no type of a library is in a public
 * signature, and no text is ever handed to one.
 */
@NullMarked
package org.macrostate.equations.symbolic;

import org.jspecify.annotations.NullMarked;

/**
 * Every solution of polynomial equations by homotopy continuation: paths from the known solutions of simple equations to those
 * of the given ones. The door is {@link org.macrostate.solvers.homotopy.PolynomialHomotopy}. Polynomials come in as coefficients by
 * exponents; complex numbers stand as real and imaginary parts in turn. Knows nothing of flows.
 */
@NullMarked
package org.macrostate.solvers.homotopy;

import org.jspecify.annotations.NullMarked;

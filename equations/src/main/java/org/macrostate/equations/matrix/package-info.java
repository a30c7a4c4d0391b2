/**
 * Systems in matrix form, where their sums over indices are products of matrices.
 *
 * <p>The door is {@link org.macrostate.equations.matrix.MatrixForm}: found by following the indices from factor to factor, and
 * compared with the index form at random numbers before it is given out. Comes in: derived systems.
 */
@NullMarked
package org.macrostate.equations.matrix;

import org.jspecify.annotations.NullMarked;

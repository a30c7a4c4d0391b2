/**
 * Expressions with indices and sums over them: {@code Σ_l Q_kl z_k z_l} is one term for any number of copies.
 *
 * <p>Trees are immutable and canonical: the static factories flatten, collect like terms, contract Kronecker deltas and
 * pull constants out of sums, but never multiply brackets out ({@link org.macrostate.equations.tensor.Expansion} does).
 * Nothing here knows of expectations, files or numbers of copies.
 */
@NullMarked
package org.macrostate.equations.tensor;

import org.jspecify.annotations.NullMarked;

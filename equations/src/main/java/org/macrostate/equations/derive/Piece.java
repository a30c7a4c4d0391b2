package org.macrostate.equations.derive;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/**
 * A named part of a system, so that equations stay readable: a covariance of fields, an averaged kernel.
 *
 * @param name a PIECE symbol's name
 * @param indices the indices {@code value} is an expression in
 * @param value in parameters, order parameters, scalars and earlier pieces
 * @param meaning what it is, in words and formulas of the model's own symbols, for example {@code E[h[k] z[l]]}
 */
public record Piece(String name, List<Index> indices, Expression value, String meaning) {
    public Piece {
        indices = List.copyOf(indices);
    }
}

package org.macrostate.equations.model;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/**
 * The value of an order parameter or scalar in a named state.
 *
 * @param orderParameter its name
 * @param indices the indices {@code value} is an expression in; empty if all copies have the same value
 * @param value an expression in parameters (and those indices)
 */
public record StateValue(String orderParameter, List<Index> indices, Expression value) {
    public StateValue {
        indices = List.copyOf(indices);
    }
}

package org.macrostate.equations.gaussian;

import java.util.List;

/**
 * Numbers by index that expressions sum over: nodes or weights of a quadrature formula.
 *
 * @param name of a TABLE symbol with one index
 * @param values of positions 1, 2, …
 * @param meaning what they are, in words
 */
public record Table(String name, List<Double> values, String meaning) {
    public Table {
        values = List.copyOf(values);
    }
}

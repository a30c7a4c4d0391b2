package org.macrostate.equations.model;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * One vector in a sample: {@code Σ_sums coefficient · vector/√N}.
 *
 * @param sums indices summed over, in scope in both other components
 * @param coefficient of parameters, scalars and random factors
 */
public record SampleTerm(List<Index> sums, Expression coefficient, VectorTerm vector) {
    public SampleTerm {
        sums = List.copyOf(sums);
    }
}

package org.macrostate.equations.threshold;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/**
 * An irreducible diagonal block of the Jacobian; blocks with equal matrices are one.
 *
 * @param variables labels of the directions it acts on, of its first copy
 * @param copies labels of all copies, the first of which is {@code variables}
 * @param matrix n rows of n entries, ∂(rate of row)/∂(column)
 * @param eigenvalueSymbol the symbol of the characteristic polynomial
 * @param characteristicPolynomial as a product of its factors; zero if the block is too large for symbols
 * @param stableWhen all of these are positive; empty if the block is always stable, {@code -1} if it never is
 * @param boundaries empty if its stability does not depend on the parameter asked for
 * @param notes what was left out, and why
 */
public record StabilityBlock(
        List<String> variables,
        List<List<String>> copies,
        Sector sector,
        List<List<Expression>> matrix,
        Expression eigenvalueSymbol,
        Expression characteristicPolynomial,
        List<Expression> stableWhen,
        List<StabilityBoundary> boundaries,
        List<String> notes) {
    public StabilityBlock {
        variables = List.copyOf(variables);
        copies = copies.stream().map(List::copyOf).toList();
        matrix = matrix.stream().map(List::copyOf).toList();
        stableWhen = List.copyOf(stableWhen);
        boundaries = List.copyOf(boundaries);
        notes = List.copyOf(notes);
    }

    public int multiplicity() {
        return copies.size();
    }
}

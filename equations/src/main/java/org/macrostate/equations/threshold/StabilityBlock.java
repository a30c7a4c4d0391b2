package org.macrostate.equations.threshold;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/**
 * An irreducible diagonal block of the Jacobian; blocks with equal matrices are one.
 *
 * @param variables labels of the directions it acts on, of its first copy
 * @param copies labels of all copies, the first of which is {@code variables}
 * @param matrix n rows of n entries, ∂(rate of row)/∂(column)
 * @param eigenvalueSymbol the symbol of the characteristic polynomial
 * @param characteristicPolynomial as a product of its factors; zero if the block is too large for symbols
 * @param stableWhen all of these are positive; empty if the block is always stable, {@code -1} if it never
 *     is, 0 if an eigenvalue is zero whatever the parameters are
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
    /** Said of a block that the time for symbolic work did not reach. */
    public static final String OVER_TIME =
            "the time limit ended the symbolic work before this block: its boundaries are numeric, at the current values of"
                    + " the other parameters";

    public StabilityBlock {
        variables = List.copyOf(variables);
        copies = copies.stream().map(List::copyOf).toList();
        matrix = matrix.stream().map(List::copyOf).toList();
        stableWhen = List.copyOf(stableWhen);
        boundaries = List.copyOf(boundaries);
        notes = List.copyOf(notes);
    }

    /** Whether its characteristic polynomial is known; else its boundaries are found by numbers. */
    public boolean isInSymbols() {
        return !characteristicPolynomial.isZero();
    }

    /** Whether no parameters make it stable. */
    public boolean isNeverStable() {
        return stableWhen.contains(Rational.MINUS_ONE);
    }

    /** Whether it is neither stable nor unstable at best: an eigenvalue is zero throughout. */
    public boolean isNeutral() {
        return !isNeverStable() && stableWhen.contains(Rational.ZERO);
    }

    /** Whether the time for symbolic work was over before it. */
    public boolean isOverTime() {
        return notes.contains(OVER_TIME);
    }

    public int multiplicity() {
        return copies.size();
    }
}

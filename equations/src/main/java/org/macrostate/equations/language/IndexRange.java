package org.macrostate.equations.language;

import java.util.List;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * What an iterator says: an index that runs from 1 to its extent, and which of its places count, as in {@code {k, i}}.
 *
 * @param counts one at the places between the bounds and zero at others
 */
record IndexRange(Index index, Expression counts) {
    /** Those places of an index at which a comparison of numbers holds. */
    static Expression where(Expression smaller, Expression larger) {
        return Apply.of(Function.IF, Apply.of(Function.LESS_EQUAL, smaller, larger), Rational.ONE, Rational.ZERO);
    }

    /** The number of a running index. */
    static Expression number(Index index) {
        return new Symbol(Kind.PLACE, "place", List.of(index));
    }

    /** Whether every place from 1 to the extent counts. */
    boolean isWhole() {
        return counts.isOne();
    }
}

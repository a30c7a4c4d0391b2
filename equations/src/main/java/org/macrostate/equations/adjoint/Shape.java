package org.macrostate.equations.adjoint;

import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.MultipliedOut;
import org.macrostate.equations.tensor.Plus;

/** Formulas as they are shown: common factors in front of brackets, letters for the indices of sums. */
record Shape(IndexLetters letters) {
    /** A sum keeps its terms; each is brought to its shortest form separately. */
    Expression of(Expression expression) {
        return letters.bound(
                expression instanceof Plus sum
                        ? Plus.of(sum.terms().stream().map(Shape::shortest).toList())
                        : shortest(expression));
    }

    static Expression shortest(Expression expression) {
        return MultipliedOut.ifShorter(CommonFactor.everywhere(expression));
    }
}

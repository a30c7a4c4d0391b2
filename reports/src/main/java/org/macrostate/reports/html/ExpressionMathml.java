package org.macrostate.reports.html;

import org.macrostate.equations.tensor.Expression;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/** Expressions as MathML with one model's symbols. */
public final class ExpressionMathml {
    private final Typesetter typesetter;

    public ExpressionMathml(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** A {@code <math>} element for running text. */
    public String of(Expression expression) {
        return inline(typesetter.of(expression));
    }

    /** A {@code <math>} element for running text. */
    public static String inline(Layout layout) {
        return "<math>" + MathMathml.of(layout) + "</math>";
    }
}

package org.macrostate.reports.latex;

import org.macrostate.equations.tensor.Expression;
import org.macrostate.reports.typeset.Typesetter;

/** Expressions as LaTeX mathematics with one model's symbols. */
public final class ExpressionLatex {
    private final Typesetter typesetter;

    public ExpressionLatex(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** LaTeX for math mode, without dollars. */
    public String of(Expression expression) {
        return MathLatex.of(typesetter.of(expression));
    }
}

package org.macrostate.reports.latex;

import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.reports.typeset.Layout;
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

    /** {@code \frac{dQ_{kl}}{dt} = …} on one line. */
    public String of(Equation equation) {
        var line = typesetter.of(equation);
        return MathLatex.of(Layout.equation(line.left(), line.right()));
    }

    /** {@code name = value} on one line. */
    public String of(NamedTerm piece) {
        var line = typesetter.of(piece);
        return MathLatex.of(Layout.equation(line.left(), line.right()));
    }
}

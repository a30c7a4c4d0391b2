package org.macrostate.reports.table;

import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.LineBreaks;
import org.macrostate.reports.typeset.Typesetter;

/** Expressions as readable Unicode for the terminal, with one model's symbols. */
public final class ExpressionUnicode {
    private static final int NARROWEST = 20;

    private final Typesetter typesetter;

    public ExpressionUnicode(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    public String of(Expression expression) {
        return MathUnicode.of(typesetter.of(expression));
    }

    /** {@code dQ[k,l]/dt = …} on one line. */
    public String of(Equation equation) {
        return oneLine(typesetter.of(equation));
    }

    /** The equation on lines of so many characters where it can be broken, continued ones indented. */
    public String wrapped(EquationLine line, int columns) {
        String left = MathUnicode.of(line.left()) + " = ";
        var out = new StringBuilder(left);
        int indent = TextTable.columns(left);
        int room = Math.max(NARROWEST, columns - indent);
        String newLine = "";
        for (Layout part : LineBreaks.of(line.right(), room, p -> TextTable.columns(MathUnicode.of(p)))) {
            out.append(newLine).append(MathUnicode.of(part));
            newLine = "\n" + " ".repeat(indent);
        }
        return out.toString();
    }

    private static String oneLine(EquationLine line) {
        return MathUnicode.of(Layout.equation(line.left(), line.right()));
    }
}

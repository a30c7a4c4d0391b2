package org.macrostate.engine.report;

import java.util.Arrays;
import org.macrostate.engine.output.DataTable;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.latex.MathLatex;
import org.macrostate.reports.table.MathUnicode;
import org.macrostate.reports.table.NumberText;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/** Labels of figures with a model's own symbols. */
public final class FigureLabels {
    private FigureLabels() {}

    public static Label of(Layout formula) {
        return Label.symbol(MathUnicode.of(formula), MathLatex.of(formula));
    }

    /** Whether a text is the name of a quantity, {@code eps_g} or {@code m[1,2]}, and no longer expression. */
    public static boolean isSymbol(String text) {
        int open = text.indexOf('[');
        String name = open < 0 ? text : text.substring(0, open);
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*+")) {
            return false;
        }
        return open < 0
                || text.endsWith("]")
                        && Arrays.stream(text.substring(open + 1, text.length() - 1)
                                        .split(",", -1))
                                .allMatch(place -> place.matches("[0-9]++"));
    }

    public static Label symbol(Typesetter typesetter, String name) {
        return of(FormulaPhrases.symbol(typesetter, name));
    }

    /** {@code β = 0.5}. */
    public static Label assignment(Typesetter typesetter, String name, double value) {
        return symbol(typesetter, name).then(Label.text(" = " + NumberText.of(value, FormulaPhrases.DIGITS)));
    }

    /** A number as it stands in a CSV file. */
    public static String cell(double value) {
        return DataTable.cell(value);
    }
}

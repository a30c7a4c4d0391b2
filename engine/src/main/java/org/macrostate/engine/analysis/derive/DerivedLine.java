package org.macrostate.engine.analysis.derive;

import java.util.List;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/**
 * One formula of a derived system: {@code name[places] = right}, or its time derivative.
 *
 * @param derivative whether {@code right} is the rate of the name
 * @param about what it is, in words; may be empty
 * @param rule what gave it, with its source; empty for a definition
 * @param numerical whether that is an integration by numbers
 */
public record DerivedLine(
        String name,
        List<IndexTerm> places,
        boolean derivative,
        String about,
        String rule,
        boolean numerical,
        Expression right) {
    public DerivedLine {
        places = List.copyOf(places);
    }

    static DerivedLine rate(String name, List<IndexTerm> places, Expression right) {
        return new DerivedLine(name, places, true, "", "", false, right);
    }

    static DerivedLine formula(String name, Expression right) {
        return new DerivedLine(name, List.of(), false, "", "", false, right);
    }

    static DerivedLine part(NamedTerm piece, List<IndexTerm> places, Expression right) {
        return new DerivedLine(piece.name(), places, false, piece.meaning(), piece.rule(), piece.numerical(), right);
    }

    /** {@code m[k,a]}. */
    public String label() {
        return ExpressionText.indexed(name, places);
    }

    /** {@code dm[k,a]/dt = …}; the right side parses back. */
    public String text() {
        return (derivative ? "d" + label() + "/dt" : label()) + " = " + ExpressionText.of(right);
    }

    public EquationLine typeset(Typesetter typesetter) {
        Layout symbol = typesetter.indexed(name, places);
        Layout d = Layout.upright("d");
        Layout left =
                derivative ? new Layout.Fraction(Layout.row(d, symbol), Layout.row(d, Layout.italic("t"))) : symbol;
        return new EquationLine(left, typesetter.of(right), "");
    }
}

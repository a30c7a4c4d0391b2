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
 * One formula of a derived system: {@code name[places] = right}, its time derivative, or a condition on its fixed points.
 *
 * @param left what {@code right} is of the name
 * @param about what it is, in words; may be empty
 * @param rule what gave it, with its source; empty for a definition
 * @param numerical whether that is an integration by numbers
 * @param right to compute with
 * @param shown to read: the mean of a function of fields, where the right side is how that is integrated
 */
public record DerivedLine(
        String name,
        List<IndexTerm> places,
        Left left,
        String about,
        String rule,
        boolean numerical,
        Expression right,
        Expression shown) {
    /** What stands on the left of a formula. */
    public enum Left {
        /** The name itself. */
        NAME,
        /** Its time derivative. */
        RATE,
        /** Zero: where the name rests, the right side vanishes. */
        ZERO
    }

    public DerivedLine {
        places = List.copyOf(places);
    }

    static DerivedLine rate(String name, List<IndexTerm> places, Expression right) {
        return new DerivedLine(name, places, Left.RATE, "", "", false, right, right);
    }

    static DerivedLine condition(String name, List<IndexTerm> places, Expression right) {
        return new DerivedLine(name, places, Left.ZERO, "", "", false, right, right);
    }

    static DerivedLine formula(String name, Expression right) {
        return new DerivedLine(name, List.of(), Left.NAME, "", "", false, right, right);
    }

    static DerivedLine part(NamedTerm piece, List<IndexTerm> places, Expression right, Expression shown) {
        return new DerivedLine(
                piece.name(), places, Left.NAME, piece.meaning(), piece.rule(), piece.numerical(), right, shown);
    }

    /** {@code m[k,a]}. */
    public String label() {
        return ExpressionText.indexed(name, places);
    }

    /** {@code dm[k,a]/dt = …}; the right side parses back, but for a mean. */
    public String text() {
        String of =
                switch (left) {
                    case NAME -> label();
                    case RATE -> "d" + label() + "/dt";
                    case ZERO -> "0";
                };
        return of + " = " + ExpressionText.of(shown);
    }

    public EquationLine typeset(Typesetter typesetter) {
        Layout symbol = typesetter.indexed(name, places);
        Layout written =
                switch (left) {
                    case NAME -> symbol;
                    case RATE ->
                        new Layout.Fraction(
                                Layout.row(Layout.upright("d"), symbol),
                                Layout.row(Layout.upright("d"), Layout.italic("t")));
                    case ZERO -> Layout.upright("0");
                };
        return new EquationLine(written, typesetter.of(shown), "");
    }
}

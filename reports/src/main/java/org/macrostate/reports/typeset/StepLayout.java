package org.macrostate.reports.typeset;

import org.macrostate.equations.derive.StepLine;

/** Sets the lines of a derivation: equations, changes in one step, time derivatives. */
public final class StepLayout {
    private StepLayout() {}

    public static EquationLine of(StepLine line, Typesetter typesetter) {
        Layout right = typesetter.of(line.right());
        Layout left = StatementLayout.of(line.left(), typesetter);
        Layout change = Layout.row(Layout.italic("Δ"), left);
        Layout d = Layout.upright("d");
        return switch (line.relation()) {
            case EQUALS -> StatementLayout.line(line.left(), right, typesetter);
            case CHANGES_BY -> new EquationLine(change, right, "");
            case INCREMENT ->
                new EquationLine(Layout.row(Layout.italic("N"), new Layout.Juxtaposed(), change), right, "");
            case RATE ->
                new EquationLine(
                        new Layout.Fraction(Layout.row(d, left), Layout.row(d, Layout.italic("t"))), right, "");
        };
    }
}

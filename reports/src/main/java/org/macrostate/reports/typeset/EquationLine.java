package org.macrostate.reports.typeset;

/**
 * One equation {@code left = right} of a block.
 *
 * @param label what references call it; empty for an equation without a number
 */
public record EquationLine(Layout left, Layout right, String label) {
    public EquationLine labelled(String name) {
        return new EquationLine(left, right, name);
    }
}

package org.macrostate.engine.study.claim;

/** How a number is taken from the answers. */
public sealed interface Measure {

    /**
     * A quantity over another.
     *
     * @param over a column or a formula of columns and parameters
     * @param of likewise
     */
    record Plot(Selection rows, String over, String of, double from, double to) {}

    /** The only value, or the value at an abscissa. */
    record Value(Plot plot, double at) implements Measure {}

    /** The least value, or where it is; with {@code negated}, the largest. */
    record Extreme(Plot plot, boolean negated, boolean place) implements Measure {}

    /** The slope of a straight line through the points, with logarithms of either or both. */
    record Slope(Plot plot, boolean logX, boolean logY) implements Measure {}

    /** The first abscissa at which the quantity lies below or above a level, a formula of measures and parameters. */
    record Crossing(Plot plot, String level, boolean below) implements Measure {}

    /** How many rows there are. */
    record Count(Selection rows) implements Measure {}

    /** A formula of parameters and of measures that stand before it. */
    record Formula(String text) implements Measure {}
}

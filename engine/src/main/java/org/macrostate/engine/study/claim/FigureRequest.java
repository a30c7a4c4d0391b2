package org.macrostate.engine.study.claim;

import java.util.List;

/**
 * A figure of numbers from answers' tables.
 *
 * @param shows what is seen, a sentence for the caption
 * @param x name of the abscissa: a symbol of the model, or words
 * @param logX whether its axis is logarithmic
 */
public record FigureRequest(
        String shows, String x, String y, boolean logX, boolean logY, List<Series> series, List<Guide> guides) {
    public FigureRequest {
        series = List.copyOf(series);
        guides = List.copyOf(guides);
    }

    /** Something drawn; {@code label} may be empty. */
    public sealed interface Series {
        String label();
    }

    /**
     * Numbers from a table.
     *
     * @param marks whether points are drawn, and no line
     * @param errors column or formula of the points' errors, drawn as bars; empty for none
     */
    public record Drawn(String label, Measure.Plot plot, boolean marks, String errors) implements Series {}

    /** Points of other works, each its abscissa, ordinate and error, which may be NaN. */
    public record Published(String label, List<double[]> points) implements Series {
        public Published {
            points = List.copyOf(points);
        }
    }

    /** A formula of the abscissa, the parameters and the measures, over the figure's width. */
    public record Formula(String label, String text) implements Series {}

    /** The line that a measure fitted. */
    public record Fit(String label, String measure) implements Series {}

    /** A line across, at a formula of parameters and measures. */
    public record Guide(String label, boolean horizontal, String at) {}
}

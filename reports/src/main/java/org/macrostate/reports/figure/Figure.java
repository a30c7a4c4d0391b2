package org.macrostate.reports.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A figure: two axes and what is drawn between them, first layer lowest.
 *
 * @param legend  where the legend goes; {@link Legend#AUTO} takes a corner without data, or else a place beside or
 *                below the plot
 * @param madeBy  one line saying what made it, for the metadata of its files: it is not drawn; empty for none
 * @param caption what the figure shows, in words: the description for those who cannot see it, and the caption a
 *                report sets below it
 */
public record Figure(
        Optional<Label> title, Axis x, Axis y, List<Layer> layers, Legend legend, String madeBy, String caption) {

    /** Places for a legend. */
    public enum Legend {
        AUTO,
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT,
        OUTSIDE,
        BELOW,
        NONE
    }

    public Figure {
        layers = List.copyOf(layers);
    }

    /** A figure without title and made-by line, its legend placed automatically. */
    public static Figure of(Axis x, Axis y, List<Layer> layers, String caption) {
        return new Figure(Optional.empty(), x, y, layers, Legend.AUTO, "", caption);
    }

    /** The same figure with its data in other files. */
    public Figure reading(UnaryOperator<String> file) {
        List<Layer> moved = layers.stream().map(layer -> layer.reading(file)).toList();
        return new Figure(title, x, y, moved, legend, madeBy, caption);
    }

    public Figure titled(Label name) {
        return new Figure(Optional.of(name), x, y, layers, legend, madeBy, caption);
    }

    public Figure madeBy(String line) {
        return new Figure(title, x, y, layers, legend, line, caption);
    }

    public Figure withLegend(Legend place) {
        return new Figure(title, x, y, layers, place, madeBy, caption);
    }
}

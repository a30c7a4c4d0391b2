package org.macrostate.reports.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Figures side by side in rows and columns, some places empty: one file for what belongs together.
 *
 * @param rows of equal length
 * @param caption what the sheet shows
 * @param madeBy one line for the metadata of its files
 */
public record FigureSheet(List<List<Optional<Figure>>> rows, String caption, String madeBy) {
    /** @throws IllegalArgumentException if there is no figure, or rows differ in length */
    public FigureSheet {
        rows = rows.stream().map(List::copyOf).toList();
        long lengths = rows.stream().map(List::size).distinct().count();
        if (lengths != 1 || rows.stream().flatMap(List::stream).allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("a sheet needs figures in rows of one length");
        }
    }

    /** The same sheet with its data in other files. */
    public FigureSheet reading(UnaryOperator<String> file) {
        return new FigureSheet(
                rows.stream()
                        .map(row -> row.stream()
                                .map(place -> place.map(figure -> figure.reading(file)))
                                .toList())
                        .toList(),
                caption,
                madeBy);
    }

    int columns() {
        return rows.get(0).size();
    }

    /** All figures, row by row. */
    public List<Figure> figures() {
        return rows.stream().flatMap(List::stream).flatMap(Optional::stream).toList();
    }

    /** Lays out a sheet: all places are as large as the largest figure. */
    Plan plan() {
        List<FigureLayout> layouts = figures().stream().map(FigureLayout::of).toList();
        double width = layouts.stream().mapToDouble(FigureLayout::width).max().orElse(0);
        double height = layouts.stream().mapToDouble(FigureLayout::height).max().orElse(0);
        return new Plan(Math.ceil(width), Math.ceil(height));
    }

    /** The size of a place. */
    record Plan(double width, double height) {}

    /** A figure and the upper left corner of its place, in widths and heights. */
    record Placed(Figure figure, int column, int row) {}

    Stream<Placed> placed() {
        return Stream.iterate(0, row -> row + 1).limit(rows.size()).flatMap(row -> Stream.iterate(
                        0, column -> column + 1)
                .limit(columns())
                .flatMap(column -> rows.get(row).get(column).stream().map(figure -> new Placed(figure, column, row))));
    }
}

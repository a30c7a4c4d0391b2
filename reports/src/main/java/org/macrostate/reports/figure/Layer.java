package org.macrostate.reports.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One thing drawn between the axes. Coordinates are values of the axes; a value that is NaN (or not positive on a
 * logarithmic axis) is left out and interrupts a line. {@code colour} is a slot of the palette, see {@link Palette}.
 * An empty name keeps a layer out of the legend.
 */
public sealed interface Layer {

    /** The same layer with its numbers in other CSV files. */
    default Layer reading(UnaryOperator<String> file) {
        if (this instanceof Curve c) {
            return new Curve(c.name(), c.csv().in(file), c.x(), c.y(), c.dash(), c.colour());
        }
        if (this instanceof ErrorBars e) {
            return new ErrorBars(
                    e.name(), e.csv().in(file), e.errorColumn(), e.x(), e.y(), e.error(), e.shape(), e.colour());
        }
        if (this instanceof Band b) {
            return new Band(b.name(), b.csv().in(file), b.upperColumn(), b.x(), b.lower(), b.upper(), b.colour());
        }
        if (this instanceof Stems s) {
            return new Stems(s.name(), s.csv().in(file), s.x(), s.y(), s.shape(), s.colour());
        }
        return this instanceof Boundary b
                ? new Boundary(b.name(), b.csv().in(file), b.x(), b.y(), b.closedForm(), b.dash(), b.colour())
                : this;
    }

    /** A line through points, {@code x} and {@code y} of equal length. */
    record Curve(Label name, Csv csv, double[] x, double[] y, Dash dash, int colour) implements Layer {
        public Curve {
            equal("curve", x.length, y.length);
        }
    }

    /** Points with bars of ± {@code error}, which the CSV has in {@code errorColumn}; an empty name: without bars. */
    record ErrorBars(
            Label name,
            Csv csv,
            String errorColumn,
            double[] x,
            double[] y,
            double[] error,
            MarkShape shape,
            int colour)
            implements Layer {
        public ErrorBars {
            equal("error bars", x.length, y.length, error.length);
        }
    }

    /**
     * The area between two curves over the same abscissas; the CSV has them in two columns ({@code csv.y()} is the
     * lower).
     */
    record Band(Label name, Csv csv, String upperColumn, double[] x, double[] lower, double[] upper, int colour)
            implements Layer {
        public Band {
            equal("band", x.length, lower.length, upper.length);
        }
    }

    /** Marks on stems that stand on zero, as for z-scores. */
    record Stems(Label name, Csv csv, double[] x, double[] y, MarkShape shape, int colour) implements Layer {
        public Stems {
            equal("stems", x.length, y.length);
        }
    }

    /**
     * A boundary between phases: found numerically, or a closed form (dashed, and seen on top of the other one where they
     * agree).
     *
     * @param dash of one that was found numerically
     * @param colour of one that was found numerically: a slot, or {@link #INK}
     */
    record Boundary(Label name, Csv csv, double[] x, double[] y, boolean closedForm, Dash dash, int colour)
            implements Layer {
        /** Not a slot of the palette but the colour of text. */
        public static final int INK = -1;

        public Boundary {
            equal("boundary", x.length, y.length);
        }

        /** As a solid line in the colour of text, or a closed form. */
        public Boundary(Label name, Csv csv, double[] x, double[] y, boolean closedForm) {
            this(name, csv, x, y, closedForm, Dash.SOLID, INK);
        }
    }

    /** A single point and its label. */
    record Marker(Label label, double x, double y, MarkShape shape, int colour) implements Layer {}

    /** A name in a region, centred at a point. */
    record RegionLabel(Label label, double x, double y) implements Layer {}

    /**
     * A line across the whole figure: {@code y = at} if horizontal, {@code x = at} otherwise, with its label at the
     * end.
     */
    record Guide(Label label, boolean horizontal, double at, Dash dash, int colour) implements Layer {}

    /**
     * A phase diagram's areas: every point of a grid belongs to a category, and its cell (up to halfway to its
     * neighbours) is painted so.
     *
     * @param x        double[nx], rising
     * @param y        double[ny], rising
     * @param category int[ny][nx], indices into {@code categories}; a negative one leaves the cell unpainted
     */
    record RegionMap(List<Category> categories, double[] x, double[] y, int[][] category) implements Layer {
        public RegionMap {
            categories = List.copyOf(categories);
            equal("rows of a region map and its y", category.length, y.length);
            for (int[] row : category) {
                equal("a row of a region map and its x", row.length, x.length);
                int most = Arrays.stream(row).max().orElse(-1);
                if (most >= categories.size()) {
                    throw new IllegalArgumentException(
                            "category " + most + " of a region map that has only " + categories.size());
                }
            }
            if (x.length < 2 || y.length < 2) {
                throw new IllegalArgumentException(
                        "a region map needs a grid of at least 2 by 2 points, was " + x.length + " by " + y.length);
            }
            rising("x", x);
            rising("y", y);
        }

        /** A label in the roomiest place of every category; categories without room for one are left to the legend. */
        public List<RegionLabel> labels() {
            return RegionPlaces.of(this);
        }
    }

    /** What a cell of a region map can be. */
    record Category(Label name, Fill fill, int colour) {}

    private static void rising(String name, double[] grid) {
        for (int i = 1; i < grid.length; i++) {
            if (!(grid[i] > grid[i - 1])) {
                throw new IllegalArgumentException(
                        "a region map's " + name + " must rise, but " + grid[i - 1] + " is followed by " + grid[i]);
            }
        }
    }

    private static void equal(String what, int... lengths) {
        if (Arrays.stream(lengths).distinct().count() != 1) {
            throw new IllegalArgumentException(what + " need arrays of one length, were " + Arrays.toString(lengths));
        }
    }
}

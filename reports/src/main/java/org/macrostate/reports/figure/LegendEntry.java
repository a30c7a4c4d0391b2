package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.figure.Canvas.Pen;
import org.macrostate.reports.figure.Layer.Band;
import org.macrostate.reports.figure.Layer.Boundary;
import org.macrostate.reports.figure.Layer.Category;
import org.macrostate.reports.figure.Layer.Curve;
import org.macrostate.reports.figure.Layer.ErrorBars;
import org.macrostate.reports.figure.Layer.RegionLabel;
import org.macrostate.reports.figure.Layer.RegionMap;
import org.macrostate.reports.figure.Layer.Stems;

/** A line of the legend: a name and the sample before it. */
record LegendEntry(Label name, Sample sample) {

    /** Draws a sample {@code width} wide, centred on the height {@code y}. */
    interface Sample {
        void draw(Canvas canvas, double x, double y, double width);
    }

    /** All entries: layers with names, and those categories that occur and have no label in the figure. */
    static List<LegendEntry> of(Figure figure) {
        var entries = new ArrayList<LegendEntry>();
        for (Layer layer : figure.layers()) {
            if (layer instanceof RegionMap map) {
                unlabelled(figure, map).forEach(c -> entries.add(new LegendEntry(c.name(), sample(c))));
            } else if (!name(layer).isEmpty()) {
                entries.add(new LegendEntry(name(layer), sample(layer)));
            }
        }
        return List.copyOf(entries);
    }

    /** Categories with a name that some cell has and no {@link RegionLabel} shows. */
    static List<Category> unlabelled(Figure figure, RegionMap map) {
        var found = new ArrayList<Category>();
        for (int i = 0; i < map.categories().size(); i++) {
            Category category = map.categories().get(i);
            boolean shown = figure.layers().stream()
                    .anyMatch(l -> l instanceof RegionLabel r && r.label().equals(category.name()));
            if (!shown && !category.name().isEmpty() && occurs(map, i)) {
                found.add(category);
            }
        }
        return found;
    }

    /** The layer's name in the legend; empty if it has none. */
    static Label name(Layer layer) {
        if (layer instanceof Curve c) {
            return c.name();
        } else if (layer instanceof ErrorBars e) {
            return e.name();
        } else if (layer instanceof Band b) {
            return b.name();
        } else if (layer instanceof Stems s) {
            return s.name();
        }
        return layer instanceof Boundary b ? b.name() : Label.NONE;
    }

    private static Sample sample(Layer layer) {
        if (layer instanceof Curve c) {
            return line(LayerPainter.pen(c));
        } else if (layer instanceof Boundary b) {
            return line(LayerPainter.pen(b));
        } else if (layer instanceof Band b) {
            return (canvas, x, y, w) ->
                    canvas.area(List.of(swatch(x, y, w)), Palette.line(b.colour()), LayerPainter.BAND_OPACITY);
        } else if (layer instanceof ErrorBars e) {
            return (canvas, x, y, w) -> {
                if (!e.errorColumn().isEmpty()) {
                    canvas.line(new double[] {x + w / 2, y - 7, x + w / 2, y + 7}, LayerPainter.pen(e));
                }
                LayerPainter.mark(canvas, e.shape(), x + w / 2, y, Palette.line(e.colour()));
            };
        } else if (layer instanceof Stems s) {
            return (canvas, x, y, w) -> {
                canvas.line(new double[] {x + w / 2, y, x + w / 2, y + 7}, LayerPainter.pen(s));
                LayerPainter.mark(canvas, s.shape(), x + w / 2, y, Palette.line(s.colour()));
            };
        }
        return (canvas, x, y, w) -> {};
    }

    private static Sample sample(Category category) {
        return (canvas, x, y, w) -> {
            double[] swatch = swatch(x, y, w);
            var box = new Box(x, y - 6, x + w, y + 6);
            var unused = new AxisScale(Axis.Scale.LINEAR, new Axis.Range(0, 1), 0, 1);
            new RegionPainter(canvas, box, unused, unused).paint(category, List.of(swatch), false);
        };
    }

    private static Sample line(Pen pen) {
        return (canvas, x, y, w) -> canvas.line(new double[] {x, y, x + w, y}, pen);
    }

    private static double[] swatch(double x, double y, double w) {
        return new double[] {x, y - 6, x + w, y - 6, x + w, y + 6, x, y + 6};
    }

    private static boolean occurs(RegionMap map, int category) {
        for (int[] row : map.category()) {
            for (int cell : row) {
                if (cell == category) {
                    return true;
                }
            }
        }
        return false;
    }
}

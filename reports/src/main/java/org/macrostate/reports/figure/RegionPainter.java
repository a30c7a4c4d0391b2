package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.reports.figure.Canvas.Pen;
import org.macrostate.reports.figure.Layer.Category;
import org.macrostate.reports.figure.Layer.RegionMap;

/** Paints the areas of a phase diagram. */
record RegionPainter(Canvas canvas, Box box, AxisScale x, AxisScale y) {

    void paint(RegionMap map) {
        double[] xEdges = onCanvas(Outline.edges(map.x(), x), x);
        double[] yEdges = onCanvas(Outline.edges(map.y(), y), y);
        for (int c = 0; c < map.categories().size(); c++) {
            var loops = new ArrayList<double[]>();
            for (double[] loop : Outline.of(map, c, xEdges, yEdges)) {
                double[] inside = box.inside(loop);
                if (inside.length > 0) {
                    loops.add(inside);
                }
            }
            paint(map.categories().get(c), loops, true);
        }
    }

    /**
     * Paints loops as a category is painted; {@code overlap} covers the hairlines that smoothed edges leave between
     * neighbours.
     */
    void paint(Category category, List<double[]> loops, boolean overlap) {
        if (loops.isEmpty()) {
            return;
        }
        Colour fill = category.fill() == Fill.UNDECIDED ? Palette.NEUTRAL : Palette.tint(category.colour());
        canvas.area(loops, fill, 1);
        if (overlap) {
            loops.forEach(loop -> canvas.line(closed(loop), Pen.solid(fill, 0.8)));
        }
        if (category.fill() == Fill.HATCHED) {
            Hatching.of(loops, 6).forEach(s -> canvas.line(s, Pen.solid(Palette.line(category.colour()), 1)));
        } else if (category.fill() == Fill.UNDECIDED) {
            Hatching.of(loops, 9).forEach(s -> canvas.line(s, Pen.solid(Palette.MUTED, 0.5)));
        }
    }

    private static double[] closed(double[] loop) {
        double[] closed = Arrays.copyOf(loop, loop.length + 2);
        closed[loop.length] = loop[0];
        closed[loop.length + 1] = loop[1];
        return closed;
    }

    private static double[] onCanvas(double[] edges, AxisScale spread) {
        double[] at = new double[edges.length];
        for (int i = 0; i < edges.length; i++) {
            at[i] = spread.at(edges[i]);
        }
        return at;
    }
}

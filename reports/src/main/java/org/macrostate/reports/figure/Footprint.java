package org.macrostate.reports.figure;

import java.util.List;
import org.macrostate.reports.figure.Layer.Category;
import org.macrostate.reports.figure.Layer.RegionMap;

/** A canvas that only remembers where ink went, so that labels and the legend can keep clear of it. */
final class Footprint implements Canvas {
    private static final double APART = 3;

    private final Points ink = new Points();

    /**
     * How much ink is inside a box, and how much of the box is outside {@code frame}: the less, the better a place for
     * a text.
     */
    double crowd(Box place, Box frame) {
        double[] at = ink.toArray();
        double hits = 0;
        for (int i = 0; i < at.length; i += 2) {
            hits += place.contains(at[i], at[i + 1]) ? 1 : 0;
        }
        boolean out = place.left() < frame.left()
                || place.right() > frame.right()
                || place.top() < frame.top()
                || place.bottom() > frame.bottom();
        return hits + (out ? 1000 : 0);
    }

    void take(Box box) {
        for (double y = box.top(); y <= box.bottom(); y += APART) {
            for (double x = box.left(); x <= box.right(); x += APART) {
                ink.add(x, y);
            }
        }
    }

    /** Cells of categories that only the legend names must not be hidden by it. */
    void take(RegionMap map, List<Category> categories, AxisScale x, AxisScale y) {
        for (int j = 0; j < map.y().length; j++) {
            for (int i = 0; i < map.x().length; i++) {
                int c = map.category()[j][i];
                if (c >= 0 && categories.contains(map.categories().get(c))) {
                    ink.add(x.at(map.x()[i]), y.at(map.y()[j]));
                }
            }
        }
    }

    @Override
    public void line(double[] points, Pen pen) {
        for (int i = 0; i + 3 < points.length; i += 2) {
            double dx = points[i + 2] - points[i];
            double dy = points[i + 3] - points[i + 1];
            int parts = 1 + (int) (Math.hypot(dx, dy) / APART);
            for (int k = 0; k <= parts; k++) {
                ink.add(points[i] + dx * k / parts, points[i + 1] + dy * k / parts);
            }
        }
    }

    @Override
    public void area(List<double[]> loops, Colour fill, double opacity) {
        loops.forEach(loop -> line(loop, Pen.solid(fill, 1)));
    }

    @Override
    public void disc(double x, double y, double radius, Colour fill) {
        take(new Box(x - radius, y - radius, x + radius, y + radius));
    }

    @Override
    public void text(String plain, Lettering lettering) {
        take(Captions.box(plain, lettering));
    }
}

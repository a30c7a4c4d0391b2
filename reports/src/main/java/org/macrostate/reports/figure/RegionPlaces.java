package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.figure.Layer.RegionLabel;
import org.macrostate.reports.figure.Layer.RegionMap;

/** Places for the names of regions: the middle of the largest block of the category that has a name's proportions. */
final class RegionPlaces {
    /** A letter's size, and the height a line of text needs, as shares of a plot's width and height. */
    private static final double LETTER = 1.0 / 34;

    private static final double LINE = 1.0 / 13;
    private static final double NEARLY = 0.8;

    private RegionPlaces() {}

    static List<RegionLabel> of(RegionMap map) {
        var labels = new ArrayList<RegionLabel>();
        for (int c = 0; c < map.categories().size(); c++) {
            Label name = map.categories().get(c).name();
            double width = (RichText.of(name.plain()).width() + 0.6) * LETTER;
            double[] best = roomiest(map, c, width);
            if (!name.isEmpty() && best[0] >= 1) {
                labels.add(new RegionLabel(name, best[1], best[2]));
            }
        }
        return List.copyOf(labels);
    }

    /**
     * How many times larger than a name the largest such block is; and of the places for nearly as large ones the
     * grid's values in the most central.
     */
    private static double[] roomiest(RegionMap map, int category, double width) {
        int nx = map.x().length;
        int ny = map.y().length;
        int[][] count = sums(map.category(), category, nx, ny);
        double size = 0;
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                while (fits(count, i, j, (size + 0.05) * width, (size + 0.05) * LINE)) {
                    size += 0.05;
                }
            }
        }
        double[] centre = centre(map.category(), category);
        double least = Double.POSITIVE_INFINITY;
        double[] best = {size, map.x()[0], map.y()[0]};
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                double away = Math.hypot((i - centre[0]) / nx, (j - centre[1]) / ny);
                if (away < least && fits(count, i, j, NEARLY * size * width, NEARLY * size * LINE)) {
                    least = away;
                    best = new double[] {size, map.x()[i], map.y()[j]};
                }
            }
        }
        return best;
    }

    /** Whether a block of these shares of the map's sides around a cell is all of the category counted. */
    private static boolean fits(int[][] count, int i, int j, double width, double height) {
        int rx = (int) Math.ceil(width * (count[0].length - 1) / 2);
        int ry = (int) Math.ceil(height * (count.length - 1) / 2);
        return isAll(count, i, j, rx, ry);
    }

    private static double[] centre(int[][] cells, int category) {
        double n = 0;
        double x = 0;
        double y = 0;
        for (int j = 0; j < cells.length; j++) {
            for (int i = 0; i < cells[j].length; i++) {
                if (cells[j][i] == category) {
                    n++;
                    x += (i - x) / n;
                    y += (j - y) / n;
                }
            }
        }
        return new double[] {x, y};
    }

    /** Whether all cells at most rx and ry away are of the category, none of them outside the map. */
    private static boolean isAll(int[][] count, int i, int j, int rx, int ry) {
        if (i - rx < 0 || j - ry < 0 || j + ry + 1 >= count.length || i + rx + 1 >= count[0].length) {
            return false;
        }
        int inside = count[j + ry + 1][i + rx + 1]
                - count[j - ry][i + rx + 1]
                - count[j + ry + 1][i - rx]
                + count[j - ry][i - rx];
        return inside == (2 * rx + 1) * (2 * ry + 1);
    }

    /** How many cells of the category are below and to the left of each corner. */
    private static int[][] sums(int[][] cells, int category, int nx, int ny) {
        int[][] sum = new int[ny + 1][nx + 1];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                sum[j + 1][i + 1] = sum[j][i + 1] + sum[j + 1][i] - sum[j][i] + (cells[j][i] == category ? 1 : 0);
            }
        }
        return sum;
    }
}

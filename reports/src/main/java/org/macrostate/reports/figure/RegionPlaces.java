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

    /** How many times larger than a name the largest such block is, and the grid's values in its middle. */
    private static double[] roomiest(RegionMap map, int category, double width) {
        int nx = map.x().length;
        int ny = map.y().length;
        int[][] count = sums(map.category(), category, nx, ny);
        double[] best = {0, 0, 0};
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                double next = best[0] + 0.05;
                while (isAll(count, i, j, (int) Math.ceil(next * width * nx / 2), (int) Math.ceil(next * LINE * ny / 2))) {
                    best = new double[] {next, map.x()[i], map.y()[j]};
                    next += 0.05;
                }
            }
        }
        return best;
    }

    /** Whether all cells at most rx and ry away are of the category, none of them outside the map. */
    private static boolean isAll(int[][] count, int i, int j, int rx, int ry) {
        if (i - rx < 0 || j - ry < 0 || j + ry + 1 >= count.length || i + rx + 1 >= count[0].length) {
            return false;
        }
        int inside = count[j + ry + 1][i + rx + 1] - count[j - ry][i + rx + 1] - count[j + ry + 1][i - rx] + count[j - ry][i - rx];
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

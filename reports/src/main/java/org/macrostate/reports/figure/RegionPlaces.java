package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.figure.Layer.RegionLabel;
import org.macrostate.reports.figure.Layer.RegionMap;

/** Places for the names of regions: the middle of the largest block of the category, a name being about four times as wide as high. */
final class RegionPlaces {
    private static final double LETTER = 1.0 / 55;

    private RegionPlaces() {}

    static List<RegionLabel> of(RegionMap map) {
        var labels = new ArrayList<RegionLabel>();
        for (int c = 0; c < map.categories().size(); c++) {
            Label name = map.categories().get(c).name();
            double needed = RichText.of(name.plain()).width() * LETTER;
            double[] best = roomiest(map, c, Math.max(1, RichText.of(name.plain()).width() / 1.6));
            if (!name.isEmpty() && best[0] >= needed) {
                labels.add(new RegionLabel(name, best[1], best[2]));
            }
        }
        return List.copyOf(labels);
    }

    /** The largest rectangle of the given aspect (in shares of the grid's sides) around a cell: its width, and the cell's values. */
    private static double[] roomiest(RegionMap map, int category, double aspect) {
        int nx = map.x().length;
        int ny = map.y().length;
        int[][] count = sums(map.category(), category, nx, ny);
        double[] best = {0, 0, 0};
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                int reach = (int) Math.ceil(best[0] * nx / 2);
                while (isAll(count, i, j, reach, (int) Math.round(reach / aspect * ny / nx * 1.6), nx, ny)) {
                    reach++;
                    best = new double[] {(2.0 * reach - 1) / nx, map.x()[i], map.y()[j]};
                }
            }
        }
        return best;
    }

    private static boolean isAll(int[][] count, int i, int j, int rx, int ry, int nx, int ny) {
        if (i - rx < 0 || j - ry < 0 || i + rx >= nx || j + ry >= ny) {
            return false;
        }
        int inside = count[j + ry + 1][i + rx + 1] - count[j - ry][i + rx + 1] - count[j + ry + 1][i - rx] + count[j - ry][i - rx];
        return inside == (2 * rx + 1) * (2 * ry + 1);
    }

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

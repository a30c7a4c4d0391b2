package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.reports.figure.Layer.RegionMap;

/**
 * Outlines of a region map's categories: all cells of a category become a few loops, so that thousands of cells cost
 * hundreds of vertices.
 */
final class Outline {
    private Outline() {}

    /**
     * Edges of cells around the grid's values: halfway between neighbours as the axis spreads them, and the first and
     * last value themselves.
     */
    static double[] edges(double[] grid, AxisScale spread) {
        double[] edges = new double[grid.length + 1];
        for (int i = 1; i < grid.length; i++) {
            edges[i] = spread.middle(grid[i - 1], grid[i]);
        }
        edges[0] = grid[0];
        edges[grid.length] = grid[grid.length - 1];
        return edges;
    }

    /**
     * Loops around the cells of one category, each x, y, x, y, … between the given edges, for filling by the even-odd
     * rule.
     */
    static List<double[]> of(RegionMap map, int category, double[] xEdges, double[] yEdges) {
        Map<Long, List<Long>> next = sides(map.category(), category);
        var loops = new ArrayList<double[]>();
        for (Long start : next.keySet().stream().sorted().toList()) {
            while (next.containsKey(start)) {
                loops.add(loop(start, next, xEdges, yEdges));
            }
        }
        return loops;
    }

    /**
     * Sides between a cell of the category and one that is not, as corner → corners, the category always on the same
     * hand.
     */
    private static Map<Long, List<Long>> sides(int[][] cells, int category) {
        var next = new HashMap<Long, List<Long>>();
        for (int j = 0; j < cells.length; j++) {
            for (int i = 0; i < cells[j].length; i++) {
                if (cells[j][i] == category) {
                    side(next, is(cells, i, j - 1, category), i, j, i + 1, j);
                    side(next, is(cells, i + 1, j, category), i + 1, j, i + 1, j + 1);
                    side(next, is(cells, i, j + 1, category), i + 1, j + 1, i, j + 1);
                    side(next, is(cells, i - 1, j, category), i, j + 1, i, j);
                }
            }
        }
        return next;
    }

    private static boolean is(int[][] cells, int i, int j, int category) {
        return j >= 0 && j < cells.length && i >= 0 && i < cells[j].length && cells[j][i] == category;
    }

    private static void side(Map<Long, List<Long>> next, boolean shared, int i0, int j0, int i1, int j1) {
        if (!shared) {
            next.computeIfAbsent(corner(i0, j0), k -> new ArrayList<>()).add(corner(i1, j1));
        }
    }

    private static long corner(int i, int j) {
        return ((long) j << 32) | i;
    }

    private static double[] loop(long start, Map<Long, List<Long>> next, double[] xEdges, double[] yEdges) {
        var corners = new ArrayList<Long>();
        long at = start;
        do {
            corners.add(at);
            List<Long> ways = next.getOrDefault(at, List.of());
            long to = ways.remove(ways.size() - 1);
            if (ways.isEmpty()) {
                next.remove(at);
            }
            at = to;
        } while (at != start);
        var points = new Points();
        for (int k = 0; k < corners.size(); k++) {
            long before = corners.get((k + corners.size() - 1) % corners.size());
            long here = corners.get(k);
            long after = corners.get((k + 1) % corners.size());
            if ((int) before != (int) after && before >> 32 != after >> 32) {
                points.add(xEdges[(int) here], yEdges[(int) (here >> 32)]);
            }
        }
        return points.toArray();
    }
}

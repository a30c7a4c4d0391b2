package org.macrostate.engine.analysis.phasediagram;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.macrostate.solvers.phase.PhaseDiagram;

/**
 * The phases between the points of a grid, for a picture: a place has the phase of the nearest of the four points around it
 * that no boundary parts it from. Without that, regions end in steps half a grid's spacing to either side of their boundary.
 */
final class RefinedRegions {
    private static final int MOST_PARTS = 8;
    /** A grid finer than this is a picture as it stands. */
    private static final int FINE = 800;

    private final double[] x;
    private final double[] y;
    private final int[] category;
    private final List<Polyline> curves;

    /** A curve as points. */
    record Polyline(double[] x, double[] y) {}

    RefinedRegions(PhaseDiagram diagram, List<Polyline> curves) {
        this.x = diagram.x().values();
        this.y = diagram.y().values();
        this.category = diagram.category();
        this.curves = List.copyOf(curves);
    }

    double[] columns() {
        return curves.isEmpty() ? x : finer(x);
    }

    double[] lines() {
        return curves.isEmpty() ? y : finer(y);
    }

    private static double[] finer(double[] values) {
        int parts = parts(values);
        double[] finer = new double[(values.length - 1) * parts + 1];
        for (int i = 0; i + 1 < finer.length; i++) {
            double part = (double) (i % parts) / parts;
            finer[i] = values[i / parts] + part * (values[i / parts + 1] - values[i / parts]);
        }
        finer[finer.length - 1] = values[values.length - 1];
        return finer;
    }

    private static int parts(double[] values) {
        return Math.max(1, Math.min(MOST_PARTS, FINE / values.length));
    }

    /** Line by line. */
    int[][] categories() {
        double[] columns = columns();
        double[] lines = lines();
        int[][] rows = new int[lines.length][columns.length];
        for (int j = 0; j < lines.length; j++) {
            for (int i = 0; i < columns.length; i++) {
                rows[j][i] = curves.isEmpty() ? category[j * x.length + i] : at(columns[i], lines[j], i, j);
            }
        }
        return rows;
    }

    private int at(double px, double py, int i, int j) {
        int left = Math.max(0, Math.min(i / parts(x), x.length - 2));
        int below = Math.max(0, Math.min(j / parts(y), y.length - 2));
        int right = Math.min(left + 1, x.length - 1);
        int above = Math.min(below + 1, y.length - 1);
        List<int[]> corners = Stream.of(
                        new int[] {left, below}, new int[] {right, below}, new int[] {left, above}, new int[] {
                            right, above
                        })
                .sorted(Comparator.comparingDouble(corner -> distance(corner, px, py)))
                .toList();
        int nearest = of(corners.get(0));
        if (corners.stream().allMatch(corner -> of(corner) == nearest)) {
            return nearest;
        }
        return corners.stream()
                .filter(corner -> !isParted(px, py, x[corner[0]], y[corner[1]]))
                .findFirst()
                .map(this::of)
                .orElse(nearest);
    }

    private int of(int[] corner) {
        return category[corner[1] * x.length + corner[0]];
    }

    /** In units of the axes' ranges over their numbers of points. */
    private double distance(int[] corner, double px, double py) {
        return Math.hypot(
                (x[corner[0]] - px) * x.length / (x[x.length - 1] - x[0]),
                (y[corner[1]] - py) * y.length / (y[y.length - 1] - y[0]));
    }

    private boolean isParted(double px, double py, double qx, double qy) {
        for (Polyline curve : curves) {
            for (int k = 0; k + 1 < curve.x().length; k++) {
                double ax = curve.x()[k];
                double ay = curve.y()[k];
                double bx = curve.x()[k + 1];
                double by = curve.y()[k + 1];
                boolean across = side(px, py, qx, qy, ax, ay) * side(px, py, qx, qy, bx, by) < 0;
                if (across && side(ax, ay, bx, by, px, py) * side(ax, ay, bx, by, qx, qy) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Positive where a point is left of a line. */
    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }
}

package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins crossings on grid edges to ordered curves: two of one kind are neighbours if they share a cell. */
final class CurveLinking {
    private final ParameterPlane plane;
    private final int width;
    private final List<EdgeCrossing> crossings = new ArrayList<>();
    private final List<List<Integer>> links = new ArrayList<>();
    private final Map<Integer, List<Integer>> byCell = new TreeMap<>();

    /** @param width how many points a row of the lattice has */
    CurveLinking(ParameterPlane plane, int width) {
        this.plane = plane;
        this.width = width;
    }

    void add(BoundarySearch.Edge edge, EdgeCrossing crossing) {
        int number = crossings.size();
        crossings.add(crossing);
        links.add(new ArrayList<>());
        int below = edge.horizontal() ? edge.place() - width : edge.place() - 1;
        byCell.computeIfAbsent(edge.place(), c -> new ArrayList<>()).add(number);
        byCell.computeIfAbsent(below, c -> new ArrayList<>()).add(number);
    }

    /** All curves; one of a single point is kept. */
    List<List<EdgeCrossing>> curves() {
        byCell.values().forEach(this::link);
        List<List<EdgeCrossing>> curves = new ArrayList<>();
        boolean[] used = new boolean[crossings.size()];
        for (int pass = 0; pass < 2; pass++) {
            for (int c = 0; c < used.length; c++) {
                if (!used[c] && (pass == 1 || links.get(c).size() < 2)) {
                    curves.add(curve(chain(c, used)));
                }
            }
        }
        return curves;
    }

    /** Within a cell nearest pairs first, so that two branches of a curve through one cell stay apart. */
    private void link(List<Integer> cell) {
        boolean[] taken = new boolean[cell.size()];
        while (true) {
            int first = -1;
            int second = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < cell.size(); i++) {
                for (int j = i + 1; j < cell.size(); j++) {
                    boolean free = !taken[i] && !taken[j];
                    if (free && crossings.get(cell.get(i)).sameCurve(crossings.get(cell.get(j)))) {
                        double distance = distance(crossings.get(cell.get(i)), crossings.get(cell.get(j)));
                        if (distance < nearest) {
                            nearest = distance;
                            first = i;
                            second = j;
                        }
                    }
                }
            }
            if (first < 0) {
                return;
            }
            taken[first] = true;
            taken[second] = true;
            links.get(cell.get(first)).add(cell.get(second));
            links.get(cell.get(second)).add(cell.get(first));
        }
    }

    /** In units of the ranges. */
    private double distance(EdgeCrossing one, EdgeCrossing other) {
        return Math.hypot(
                (one.x() - other.x()) / (plane.x().to() - plane.x().from()),
                (one.y() - other.y()) / (plane.y().to() - plane.y().from()));
    }

    private List<Integer> chain(int start, boolean[] used) {
        List<Integer> chain = new ArrayList<>(List.of(start));
        used[start] = true;
        for (int i = 0; i < chain.size(); i++) {
            for (int next : links.get(chain.get(i))) {
                if (!used[next]) {
                    used[next] = true;
                    chain.add(next);
                    break;
                }
            }
        }
        boolean closed =
                chain.size() > 2 && links.get(chain.get(chain.size() - 1)).contains(start);
        if (closed) {
            chain.add(start);
        }
        return chain;
    }

    private List<EdgeCrossing> curve(List<Integer> chain) {
        List<EdgeCrossing> points = new ArrayList<>();
        for (int c : chain) {
            EdgeCrossing crossing = crossings.get(c);
            if (points.isEmpty() || distance(points.get(points.size() - 1), crossing) > 1e-9) {
                points.add(crossing);
            }
        }
        return points;
    }
}

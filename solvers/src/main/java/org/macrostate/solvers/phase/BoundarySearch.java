package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;

/** Crossings on all grid edges whose ends differ, linked to curves through the cells they share. */
final class BoundarySearch {
    private final ParameterPlane plane;
    private final GridPoint[] grid;
    private final List<Edge> edges = new ArrayList<>();

    /** An edge from a grid point to its right ({@code horizontal}) or upper neighbour. */
    record Edge(int place, boolean horizontal) {
        int other(int width) {
            return horizontal ? place + 1 : place + width;
        }
    }

    /** Curves, and the number of edges between decided phases where nothing was found. */
    record Found(List<Boundary> boundaries, int unresolved) {}

    BoundarySearch(ParameterPlane plane, GridPoint[] grid, int[] category) {
        this.plane = plane;
        this.grid = grid;
        int width = plane.x().count();
        for (int place = 0; place < grid.length; place++) {
            for (Edge edge : List.of(new Edge(place, true), new Edge(place, false))) {
                boolean exists = edge.horizontal() ? place % width < width - 1 : place + width < grid.length;
                if (exists && category[place] != category[edge.other(width)]) {
                    edges.add(edge);
                }
            }
        }
    }

    /** @param undecided the category that needs no boundary */
    Found find(EdgeSearch search, Parallel parallel, int[] category, int undecided) {
        int width = plane.x().count();
        List<List<Crossing>> crossings = parallel.map(edges.size(), 1, e -> {
            Edge edge = edges.get(e);
            return search.between(end(edge.place()), end(edge.other(width)), decided(edge, category, undecided));
        });
        CurveLinking linking = new CurveLinking(plane);
        int unresolved = 0;
        for (int e = 0; e < edges.size(); e++) {
            Edge edge = edges.get(e);
            unresolved += crossings.get(e).isEmpty() && decided(edge, category, undecided) ? 1 : 0;
            crossings.get(e).forEach(crossing -> linking.add(edge, crossing));
        }
        return new Found(linking.curves(), unresolved);
    }

    private boolean decided(Edge edge, int[] category, int undecided) {
        return category[edge.place()] != undecided
                && category[edge.other(plane.x().count())] != undecided;
    }

    private EdgeSearch.End end(int place) {
        int width = plane.x().count();
        return new EdgeSearch.End(plane.x().value(place % width), plane.y().value(place / width), grid[place].stable());
    }
}

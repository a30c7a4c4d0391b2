package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.Symmetries;

/**
 * Fixed points at every point of a grid: whole searches on a coarse lattice, Newton's method from neighbours inside
 * each tile of the lattice, then exchange of candidates along fronts between points that disagree until none changes.
 * Each stage reads only what the one before left, so that the order of work does not matter.
 */
final class GridSearch {
    private static final int TILE = 10;
    private static final int ROUNDS = 4 * TILE;
    private static final int FEW_STARTS = 8;

    private final ParameterPlane plane;
    private final FixedPointSearch search;
    private final PhysicalRegion region;
    private final Symmetries symmetries;
    private final Parallel parallel;
    private final int[] columns;
    private final int[] rows;

    GridSearch(ParameterPlane plane, FixedPointSearch search, Parallel parallel) {
        this.plane = plane;
        this.search = search;
        this.parallel = parallel;
        double[] inside = plane.at(within(plane.x()), within(plane.y()));
        this.region = PhysicalRegion.of(search.system().bound(), inside);
        this.symmetries = search.symmetries(inside);
        this.columns = lattice(plane.x().count());
        this.rows = lattice(plane.y().count());
    }

    /** A value that no grid point and no special value is likely to have. */
    private static double within(Axis axis) {
        return axis.from() + 0.3819660112501051 * (axis.to() - axis.from());
    }

    private static int[] lattice(int count) {
        int tiles = Math.max(1, (count - 1 + TILE - 1) / TILE);
        int[] places = new int[tiles + 1];
        for (int i = 0; i <= tiles; i++) {
            places[i] = (int) ((long) i * (count - 1) / tiles);
        }
        return places;
    }

    Symmetries symmetries() {
        return symmetries;
    }

    PhysicalRegion region() {
        return region;
    }

    GridPoint[] solve() {
        int corners = columns.length * rows.length;
        List<GridPoint> coarse =
                parallel.map(corners, 0, c -> whole(point(columns[c % columns.length], rows[c / columns.length])));
        int tilesX = columns.length - 1;
        List<Map<Integer, GridPoint>> tiles =
                parallel.map(tilesX * (rows.length - 1), TILE * TILE, t -> tile(coarse, t % tilesX, t / tilesX));
        GridPoint[] grid = new GridPoint[plane.count()];
        tiles.forEach(tile -> tile.forEach((place, point) -> grid[place] = point));
        exchange(grid);
        return grid;
    }

    private int point(int i, int j) {
        return j * plane.x().count() + i;
    }

    private GridPoint whole(int place) {
        return new GridPoint(search.find(plane.at(place), symmetries));
    }

    private GridPoint refined(int place, List<double[]> candidates, boolean descend) {
        FixedPoints found = search.refine(plane.at(place), candidates, symmetries, region, descend);
        return new GridPoint(found);
    }

    private Map<Integer, GridPoint> tile(List<GridPoint> coarse, int column, int row) {
        List<GridPoint> corners = new ArrayList<>();
        for (int c : new int[] {0, 1, columns.length, columns.length + 1}) {
            corners.add(coarse.get(row * columns.length + column + c));
        }
        int lastColumn = column == columns.length - 2 ? columns[column + 1] : columns[column + 1] - 1;
        int lastRow = row == rows.length - 2 ? rows[row + 1] : rows[row + 1] - 1;
        Map<Integer, GridPoint> points = new TreeMap<>();
        for (int j = rows[row]; j <= lastRow; j++) {
            for (int i = columns[column]; i <= lastColumn; i++) {
                List<double[]> candidates = new ArrayList<>();
                boolean first = i == columns[column];
                if (!first || j > rows[row]) {
                    candidates.addAll(points.getOrDefault(first ? point(i, j - 1) : point(i - 1, j), corners.get(0))
                            .candidates());
                }
                if (candidates.isEmpty()) {
                    corners.forEach(corner -> candidates.addAll(corner.candidates()));
                }
                GridPoint point = refined(point(i, j), candidates, false);
                if (point.stable().isEmpty()) {
                    candidates.addAll(point.candidates());
                    corners.forEach(corner -> candidates.addAll(corner.candidates()));
                    point = refined(point(i, j), candidates, true);
                }
                points.put(point(i, j), point);
            }
        }
        return points;
    }

    private void exchange(GridPoint[] grid) {
        boolean[] searched = new boolean[grid.length];
        List<Integer> front = front(grid, all(grid.length));
        for (int round = 0; round < ROUNDS && !front.isEmpty(); round++) {
            List<Integer> places = front;
            GridPoint[] before = grid.clone();
            List<GridPoint> after =
                    parallel.map(places.size(), 0, f -> again(before, places.get(f), searched[places.get(f)]));
            List<Integer> touched = new ArrayList<>();
            for (int f = 0; f < places.size(); f++) {
                int place = places.get(f);
                searched[place] = true;
                grid[place] = after.get(f);
                if (!after.get(f).phases().equals(before[place].phases())) {
                    touched.add(place);
                    touched.addAll(neighbours(place));
                }
            }
            front = front(grid, touched.stream().distinct().sorted().toList());
        }
    }

    private GridPoint again(GridPoint[] grid, int place, boolean searched) {
        List<double[]> candidates = new ArrayList<>(grid[place].candidates());
        neighbours(place).forEach(n -> candidates.addAll(grid[n].candidates()));
        GridPoint point = refined(place, candidates, true);
        if (point.stable().isEmpty() && !searched) {
            candidates.addAll(point.candidates());
            candidates.addAll(
                    new GridPoint(search.withStarts(FEW_STARTS).find(plane.at(place), symmetries)).candidates());
            return refined(place, candidates, true);
        }
        return point;
    }

    /** Those that disagree with a neighbour. */
    private List<Integer> front(GridPoint[] grid, List<Integer> places) {
        return places.stream()
                .filter(p ->
                        neighbours(p).stream().anyMatch(n -> !grid[n].phases().equals(grid[p].phases())))
                .toList();
    }

    private static List<Integer> all(int count) {
        return java.util.stream.IntStream.range(0, count).boxed().toList();
    }

    private List<Integer> neighbours(int place) {
        int width = plane.x().count();
        List<Integer> places = new ArrayList<>();
        if (place % width > 0) {
            places.add(place - 1);
        }
        if (place % width < width - 1) {
            places.add(place + 1);
        }
        if (place >= width) {
            places.add(place - width);
        }
        if (place + width < plane.count()) {
            places.add(place + width);
        }
        return places;
    }
}

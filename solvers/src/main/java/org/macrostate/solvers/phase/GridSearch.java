package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * The kind of every point of a grid: whole searches on a coarse lattice, each tile of it divided along the fronts
 * between points that disagree and filled elsewhere, then exchange of candidates along the fronts until none moves. Each
 * stage reads only what the one before left, so that the order of work does not matter.
 */
final class GridSearch {
    private static final int TILE = 10;
    private static final int MOST_TILES = 12;
    private static final int ROUNDS = 40;
    private static final double SAME = 1e-5;

    private final PointSearch search;
    private final Parallel parallel;
    private final Grid grid;
    private final int width;
    private final int[] columns;
    private final int[] rows;

    /** A point that another neighbour changed. */
    private record Change(Optional<GridPoint> point) {}

    GridSearch(PointSearch search, Parallel parallel) {
        this.search = search;
        this.parallel = parallel;
        ParameterPlane plane = search.plane();
        this.width = plane.x().count();
        this.columns = lattice(plane.x().count());
        this.rows = lattice(plane.y().count());
        int observables =
                search.search().system().bound().system().observables().size();
        this.grid = new Grid(new Grid.Kinds(), plane.count(), observables);
    }

    private static int[] lattice(int count) {
        int step = Math.max(TILE, (count - 1 + MOST_TILES - 1) / MOST_TILES);
        int tiles = Math.max(1, (count - 1 + step - 1) / step);
        return IntStream.rangeClosed(0, tiles)
                .map(i -> (int) ((long) i * (count - 1) / tiles))
                .toArray();
    }

    Grid solve() {
        List<GridPoint> corners = lattice();
        int tilesX = columns.length - 1;
        int tiles = tilesX * (rows.length - 1);
        int weight = grid.size() / tiles;
        List<TileSearch.Found> searched =
                parallel.map(TileSearch.Found.class, tiles, weight, t -> tile(corners, t % tilesX, t / tilesX));
        searched.forEach(tile -> tile.filled().forEach(cell -> grid.filled(cell, width)));
        searched.forEach(tile -> tile.solved().forEach(grid::solved));
        exchange();
        return grid;
    }

    /** Every second point of the lattice is searched whole, those between from their neighbours and a few starts. */
    private List<GridPoint> lattice() {
        int count = columns.length * rows.length;
        Map<Integer, GridPoint> known = new HashMap<>();
        for (boolean whole : new boolean[] {true, false}) {
            List<Integer> places = IntStream.range(0, count)
                    .filter(c -> isWhole(c) == whole)
                    .boxed()
                    .toList();
            List<GridPoint> found = parallel.map(
                    GridPoint.class,
                    places.size(),
                    0,
                    p -> whole ? search.whole(latticePlace(places.get(p))) : between(places.get(p), known));
            for (int p = 0; p < places.size(); p++) {
                known.put(places.get(p), found.get(p));
            }
        }
        return IntStream.range(0, count)
                .mapToObj(c -> java.util.Objects.requireNonNull(known.get(c)))
                .toList();
    }

    private boolean isWhole(int corner) {
        int i = corner % columns.length;
        int j = corner / columns.length;
        boolean few = columns.length * rows.length <= 64;
        return few || i % 2 == 0 && j % 2 == 0;
    }

    private int latticePlace(int corner) {
        return rows[corner / columns.length] * width + columns[corner % columns.length];
    }

    private GridPoint between(int corner, Map<Integer, GridPoint> known) {
        int i = corner % columns.length;
        int j = corner / columns.length;
        int place = latticePlace(corner);
        List<double[]> candidates = new ArrayList<>(search.quick(place).candidates());
        for (int dj = -1; dj <= 1; dj++) {
            for (int di = -1; di <= 1; di++) {
                boolean inside = i + di >= 0 && i + di < columns.length && j + dj >= 0 && j + dj < rows.length;
                GridPoint neighbour = inside ? known.get((j + dj) * columns.length + i + di) : null;
                if (neighbour != null && isWhole((j + dj) * columns.length + i + di)) {
                    candidates.addAll(neighbour.candidates());
                }
            }
        }
        return search.refined(place, candidates, true);
    }

    private TileSearch.Found tile(List<GridPoint> corners, int column, int row) {
        int first = row * columns.length + column;
        return new TileSearch(search)
                .run(
                        new TileSearch.Cell(columns[column], columns[column + 1], rows[row], rows[row + 1]),
                        List.of(
                                corners.get(first),
                                corners.get(first + 1),
                                corners.get(first + columns.length),
                                corners.get(first + columns.length + 1)));
    }

    private void exchange() {
        List<Integer> front = front(IntStream.range(0, grid.size()).boxed().toList());
        for (int round = 0; round < ROUNDS && !front.isEmpty(); round++) {
            List<Integer> places = front;
            List<Change> after = parallel.map(Change.class, places.size(), 0, f -> new Change(again(places.get(f))));
            List<Integer> touched = new ArrayList<>();
            for (int f = 0; f < places.size(); f++) {
                int place = places.get(f);
                after.get(f).point().ifPresent(point -> {
                    grid.solved(place, point);
                    touched.add(place);
                    touched.addAll(neighbours(place));
                });
            }
            front = front(touched.stream().distinct().sorted().toList());
        }
        if (!front.isEmpty()) {
            grid.note("neighbours exchanged what is stable for " + ROUNDS + " rounds and " + front.size()
                    + " points still differ from a neighbour: phases may be wrong beside these");
        }
    }

    /** The point anew, if what is stable at a neighbour that differs leads to a state that was not known to be stable here. */
    private Optional<GridPoint> again(int place) {
        List<double[]> foreign = neighbours(place).stream()
                .filter(n -> grid.kind(n) != grid.kind(place))
                .flatMap(n -> grid.stable(n).stream())
                .toList();
        List<double[]> own = grid.stable(place);
        List<double[]> reached = search.stableFrom(place, foreign);
        boolean news = reached.stream().anyMatch(state -> own.stream().noneMatch(known -> same(known, state)));
        if (!news) {
            return Optional.empty();
        }
        List<double[]> candidates = new ArrayList<>(grid.near(place).candidates());
        candidates.addAll(own);
        candidates.addAll(reached);
        return Optional.of(search.refined(place, candidates, false))
                .filter(point -> grid.kinds().of(point.kind()) != grid.kind(place));
    }

    private boolean same(double[] known, double[] state) {
        return search.symmetries().areImages(known, state, SAME * (1 + Vector.maxNorm(state)));
    }

    /** Those that disagree with a neighbour. */
    private List<Integer> front(List<Integer> places) {
        return places.stream()
                .filter(p -> neighbours(p).stream().anyMatch(n -> grid.kind(n) != grid.kind(p)))
                .toList();
    }

    private List<Integer> neighbours(int place) {
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
        if (place + width < grid.size()) {
            places.add(place + width);
        }
        return places;
    }
}

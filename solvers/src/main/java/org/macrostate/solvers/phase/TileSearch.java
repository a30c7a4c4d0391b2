package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * One tile of the coarse lattice: cells whose corners are of one kind are filled, others cut in four until they are
 * single steps of the grid, each new corner searched from the fixed points of the old ones.
 */
final class TileSearch {
    /** Where nothing is stable there is no branch to follow: only small cells are filled. */
    private static final int LARGEST_EMPTY = 4;

    private static final double CLOSE = 0.03;

    private final PointSearch search;
    private final CellFill fill;
    private final int width;
    private final TreeMap<Integer, GridPoint> solved = new TreeMap<>();
    private final List<FilledCell> filled = new ArrayList<>();

    /**
     * What is known of a tile.
     *
     * @param solved points with all their fixed points, by place
     */
    record Found(TreeMap<Integer, GridPoint> solved, List<FilledCell> filled) {}

    /** A rectangle of grid steps, corners included. */
    record Cell(int left, int right, int bottom, int top) {
        boolean isStep() {
            return right - left <= 1 && top - bottom <= 1;
        }

        int size() {
            return Math.max(right - left, top - bottom);
        }

        /** How many points of the grid are in it. */
        int points() {
            return (right - left + 1) * (top - bottom + 1);
        }

        boolean isRim(int i, int j) {
            return i == left || i == right || j == bottom || j == top;
        }
    }

    TileSearch(PointSearch search) {
        this.search = search;
        this.width = search.plane().x().count();
        this.fill = new CellFill(search);
    }

    /** @param corners of the tile: bottom left, bottom right, top left, top right */
    Found run(Cell tile, List<GridPoint> corners) {
        solved.put(place(tile.left(), tile.bottom()), corners.get(0));
        solved.put(place(tile.right(), tile.bottom()), corners.get(1));
        solved.put(place(tile.left(), tile.top()), corners.get(2));
        solved.put(place(tile.right(), tile.top()), corners.get(3));
        divide(tile);
        return new Found(solved, List.copyOf(filled));
    }

    private int place(int i, int j) {
        return j * width + i;
    }

    private void divide(Cell cell) {
        if (cell.isStep()) {
            return;
        }
        List<GridPoint> corners = corners(cell);
        List<GridPoint.Kind> kinds = corners.stream().map(GridPoint::kind).toList();
        boolean alike = kinds.stream().distinct().count() == 1;
        boolean small = !kinds.get(0).phases().isEmpty() || cell.size() <= LARGEST_EMPTY;
        if (alike && small && fill.fill(cell, corners, place(cell.left(), cell.bottom()), filled)) {
            return;
        }
        // A front along one side is met soonest by cutting across it.
        boolean columnsAlike =
                !alike && kinds.get(0).equals(kinds.get(2)) && kinds.get(1).equals(kinds.get(3));
        boolean rowsAlike =
                !alike && kinds.get(0).equals(kinds.get(1)) && kinds.get(2).equals(kinds.get(3));
        if (columnsAlike && cell.right() - cell.left() == 1 && sides(cell, corners, true)
                || rowsAlike && cell.top() - cell.bottom() == 1 && sides(cell, corners, false)) {
            return;
        }
        boolean cutX = cell.right() - cell.left() > 1 && !(rowsAlike && cell.top() - cell.bottom() > 1);
        boolean cutY = cell.top() - cell.bottom() > 1 && !(columnsAlike && cell.right() - cell.left() > 1);
        int[] xs = ends(cell.left(), cell.right(), cutX);
        int[] ys = ends(cell.bottom(), cell.top(), cutY);
        List<double[]> candidates = candidates(corners);
        for (int j : ys) {
            for (int i : xs) {
                int place = place(i, j);
                if (!solved.containsKey(place)) {
                    solved.put(place, search.refined(place, candidates, false));
                }
            }
        }
        for (int j = 1; j < ys.length; j++) {
            for (int i = 1; i < xs.length; i++) {
                divide(new Cell(xs[i - 1], xs[i], ys[j - 1], ys[j]));
            }
        }
    }

    private static int[] ends(int from, int to, boolean cut) {
        return cut ? new int[] {from, (from + to) / 2, to} : new int[] {from, to};
    }

    /** Fixed points of all corners, but one of those that are close, of one phase and of one stability: they are on one branch. */
    private static List<double[]> candidates(List<GridPoint> corners) {
        List<FixedPoint> inside = new ArrayList<>();
        List<double[]> candidates = new ArrayList<>();
        for (GridPoint corner : corners) {
            for (FixedPoint point : corner.found().points()) {
                if (inside.stream().noneMatch(known -> onOneBranch(known, point))) {
                    inside.add(point);
                    candidates.add(point.state());
                }
            }
        }
        candidates.addAll(corners.get(0).found().outside());
        return candidates;
    }

    private static boolean onOneBranch(FixedPoint one, FixedPoint other) {
        return one.stability() == other.stability()
                && one.phase().equals(other.phase())
                && Vector.distance(one.state(), other.state()) <= CLOSE * (1 + Vector.maxNorm(one.state()));
    }

    /** Fills a cell of one step's width whose two sides are each of one kind; false, and nothing done, if that fails. */
    private boolean sides(Cell cell, List<GridPoint> corners, boolean upright) {
        boolean empty = corners.stream().anyMatch(corner -> corner.stable().isEmpty());
        if (empty && cell.size() > LARGEST_EMPTY) {
            return false;
        }
        Cell first = upright
                ? new Cell(cell.left(), cell.left(), cell.bottom(), cell.top())
                : new Cell(cell.left(), cell.right(), cell.bottom(), cell.bottom());
        Cell second = upright
                ? new Cell(cell.right(), cell.right(), cell.bottom(), cell.top())
                : new Cell(cell.left(), cell.right(), cell.top(), cell.top());
        List<FilledCell> both = new ArrayList<>();
        List<GridPoint> one = upright
                ? List.of(corners.get(0), corners.get(0), corners.get(2), corners.get(2))
                : List.of(corners.get(0), corners.get(1), corners.get(0), corners.get(1));
        List<GridPoint> other = upright
                ? List.of(corners.get(1), corners.get(1), corners.get(3), corners.get(3))
                : List.of(corners.get(2), corners.get(3), corners.get(2), corners.get(3));
        boolean filledBoth = fill.fill(first, one, place(first.left(), first.bottom()), both)
                && fill.fill(second, other, place(second.left(), second.bottom()), both);
        if (filledBoth) {
            filled.addAll(both);
        }
        return filledBoth;
    }

    private List<GridPoint> corners(Cell cell) {
        return List.of(
                at(cell.left(), cell.bottom()),
                at(cell.right(), cell.bottom()),
                at(cell.left(), cell.top()),
                at(cell.right(), cell.top()));
    }

    private GridPoint at(int i, int j) {
        GridPoint point = solved.get(place(i, j));
        if (point == null) {
            throw new IllegalStateException("corner " + i + ", " + j + " was not searched");
        }
        return point;
    }
}

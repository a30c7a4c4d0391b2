package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macrostate.solvers.fixedpoint.FixedPoint;

/**
 * What is known of a grid: of every point its kind and the observables of its first stable state, of those that were
 * searched whole all fixed points. Written by one thread.
 */
final class Grid {
    private final Kinds kinds;
    private final int[] kind;
    private final int[] origin;
    private final double[] observables;
    private final int width;
    private final Map<Integer, GridPoint> solved = new HashMap<>();
    private final Map<Integer, List<double[]>> rims = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** @param observables how many there are */
    Grid(Kinds kinds, int points, int observables) {
        this.kinds = kinds;
        this.kind = new int[points];
        this.origin = new int[points];
        this.observables = new double[points * observables];
        this.width = observables;
        Arrays.fill(this.observables, Double.NaN);
        Arrays.fill(kind, -1);
    }

    Kinds kinds() {
        return kinds;
    }

    int size() {
        return kind.length;
    }

    /** The kind of a point, a place in {@link Kinds}; -1 if nothing is known. */
    int kind(int place) {
        return kind[place];
    }

    /** Whether all fixed points of a point are known. */
    boolean isSolved(int place) {
        return solved.containsKey(place);
    }

    /** The solved point itself, or the one from whose fixed points this one was reached. */
    GridPoint near(int place) {
        GridPoint own = solved.get(place);
        GridPoint from = own == null ? solved.get(origin[place]) : own;
        if (from == null) {
            throw new IllegalStateException("nothing is known near point " + place);
        }
        return from;
    }

    void solved(int place, GridPoint point) {
        solved.put(place, point);
        kind[place] = kinds.of(point.kind());
        origin[place] = place;
        double[] values = point.firstObservables(width);
        System.arraycopy(values, 0, observables, place * width, width);
    }

    /** @param row how many points a row of the grid has */
    void filled(FilledCell filled, int row) {
        TileSearch.Cell cell = filled.cell();
        int number = kinds.of(filled.kind());
        int columns = cell.right() - cell.left() + 1;
        for (int j = cell.bottom(); j <= cell.top(); j++) {
            int first = j * row + cell.left();
            Arrays.fill(kind, first, first + columns, number);
            Arrays.fill(origin, first, first + columns, filled.origin());
            int from = (j - cell.bottom()) * columns * width;
            System.arraycopy(filled.observables(), from, observables, first * width, columns * width);
        }
        rims.putAll(filled.rim());
    }

    /** Stable states of a point that is solved or on the rim of a filled cell; of one nearby for others. */
    List<double[]> stable(int place) {
        return isSolved(place) || !rims.containsKey(place)
                ? near(place).stable().stream().map(FixedPoint::state).toList()
                : rims.getOrDefault(place, List.of());
    }

    /** Keeps what is to be said of the whole grid. */
    void note(String text) {
        notes.add(text);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** How many points were searched whole. */
    int solvedCount() {
        return solved.size();
    }

    /** Those that were, by their places. */
    Map<Integer, GridPoint> solved() {
        return Map.copyOf(solved);
    }

    double[] observables(int place) {
        return Arrays.copyOfRange(observables, place * width, (place + 1) * width);
    }

    /** Kinds of points, numbered as they come; safe for several threads. */
    static final class Kinds {
        private final TreeMap<GridPoint.Kind, Integer> numbers = new TreeMap<>();
        private final Map<Integer, GridPoint.Kind> byNumber = new HashMap<>();

        synchronized int of(GridPoint.Kind kind) {
            return numbers.computeIfAbsent(kind, k -> {
                byNumber.put(numbers.size(), k);
                return numbers.size();
            });
        }

        synchronized GridPoint.Kind get(int number) {
            GridPoint.Kind kind = byNumber.get(number);
            if (kind == null) {
                throw new IllegalArgumentException("no kind has number " + number);
            }
            return kind;
        }
    }
}

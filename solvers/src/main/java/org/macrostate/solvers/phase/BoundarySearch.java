package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Crossings on the edges of a lattice of the grid, where neighbours along them differ, linked to curves through the cells
 * they share. On a fine grid the lattice has not every line: a curve needs no more points than can be seen.
 */
final class BoundarySearch {
    private static final int MOST_LINES = 64;

    private final PointSearch search;
    private final Grid grid;
    private final int[] category;
    private final int width;
    private final int[] columns;
    private final int[] rows;
    private final List<Step> steps = new ArrayList<>();

    /** A lattice edge from a lattice point to its right ({@code horizontal}) or upper neighbour. */
    record Edge(int place, boolean horizontal) {}

    /** Two neighbours on the grid that differ, on a lattice edge. */
    private record Step(Edge edge, int from, int to) {}

    /** What was found between two neighbours. */
    private record Crossings(List<EdgeCrossing> found) {}

    /** Curves as crossings in order, the number of edges between decided phases where nothing was found, and what may be lacking. */
    record Found(List<List<EdgeCrossing>> curves, int unresolved, List<String> notes) {}

    BoundarySearch(PointSearch search, Grid grid, int[] category) {
        this.search = search;
        this.grid = grid;
        this.category = category;
        this.width = search.plane().x().count();
        this.columns = lattice(search.plane().x().count());
        this.rows = lattice(search.plane().y().count());
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < columns.length; i++) {
                int number = j * columns.length + i;
                if (i + 1 < columns.length) {
                    for (int c = columns[i]; c < columns[i + 1]; c++) {
                        step(new Edge(number, true), rows[j] * width + c, rows[j] * width + c + 1);
                    }
                }
                if (j + 1 < rows.length) {
                    for (int r = rows[j]; r < rows[j + 1]; r++) {
                        step(new Edge(number, false), r * width + columns[i], (r + 1) * width + columns[i]);
                    }
                }
            }
        }
    }

    private static int[] lattice(int count) {
        int lines = Math.min(count - 1, MOST_LINES);
        return IntStream.rangeClosed(0, lines)
                .map(i -> (int) ((long) i * (count - 1) / lines))
                .toArray();
    }

    private void step(Edge edge, int from, int to) {
        if (category[from] != category[to]) {
            steps.add(new Step(edge, from, to));
        }
    }

    /**
     * @param undecided the category that needs no boundary
     * @param cycles the category of limit cycles; they may end where no fixed point bifurcates
     */
    Found find(EdgeSearch edges, Parallel parallel, int undecided, int cycles) {
        List<Crossings> crossings = parallel.map(Crossings.class, steps.size(), 1, s -> {
            Step step = steps.get(s);
            return new Crossings(edges.between(end(step.from()), end(step.to()), decided(step, undecided)));
        });
        CurveLinking linking = new CurveLinking(search.plane(), columns.length);
        int unresolved = 0;
        for (int s = 0; s < steps.size(); s++) {
            Step step = steps.get(s);
            boolean isMissing = crossings.get(s).found().isEmpty() && decided(step, undecided) && decided(step, cycles);
            unresolved += isMissing ? 1 : 0;
            crossings.get(s).found().forEach(crossing -> linking.add(step.edge(), crossing));
        }
        return new Found(linking.curves(), unresolved, notes(unresolved, undecided));
    }

    private List<String> notes(int unresolved, int undecided) {
        List<String> notes = new ArrayList<>();
        if (unresolved > 0) {
            notes.add("between " + unresolved + (unresolved == 1 ? " pair" : " pairs")
                    + " of neighbours in different phases no boundary was found");
        }
        int islands = islands(undecided);
        if (islands > 0) {
            notes.add("boundaries are traced along " + MOST_LINES + " lines of the grid each way: in " + islands
                    + (islands == 1 ? " place" : " places")
                    + " phases differ between these, and what parts them is not drawn");
        }
        return notes;
    }

    /** Cells of the lattice inside which phases differ though they do not along its sides. */
    private int islands(int undecided) {
        Set<Integer> sides = new HashSet<>();
        for (Step step : steps) {
            int place = step.edge().place();
            sides.add(place);
            sides.add(step.edge().horizontal() ? place - columns.length : place - 1);
        }
        Set<Integer> inside = new HashSet<>();
        for (int place = 0; place < category.length; place++) {
            int i = place % width;
            int cell = cell(place / width, rows) * columns.length + cell(i, columns);
            boolean right = i + 1 < width && differ(place, place + 1, undecided);
            boolean above = place + width < category.length && differ(place, place + width, undecided);
            if (right || above) {
                inside.add(cell);
            }
        }
        inside.removeAll(sides);
        return inside.size();
    }

    private boolean differ(int one, int other, int undecided) {
        return category[one] != category[other] && category[one] != undecided && category[other] != undecided;
    }

    /** The last line of the lattice that is not beyond a line of the grid. */
    private static int cell(int line, int[] lattice) {
        int found = Arrays.binarySearch(lattice, line);
        return found >= 0 ? found : -found - 2;
    }

    private boolean decided(Step step, int undecided) {
        return category[step.from()] != undecided && category[step.to()] != undecided;
    }

    private EdgeSearch.End end(int place) {
        GridPoint point = grid.isSolved(place) ? grid.near(place) : search.refined(place, grid.stable(place), false);
        ParameterAxis x = search.plane().x();
        ParameterAxis y = search.plane().y();
        return new EdgeSearch.End(x.value(place % width), y.value(place / width), point.stable());
    }
}

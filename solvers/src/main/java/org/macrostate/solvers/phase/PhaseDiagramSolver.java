package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.derive.Formula;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Computes phase diagrams. Immutable. */
public final class PhaseDiagramSolver {
    private static final int STARTS = 24;

    private final FixedPointSearch search;
    private final int threads;
    private final Progress progress;

    private PhaseDiagramSolver(FixedPointSearch search, int threads, Progress progress) {
        this.search = search;
        this.threads = threads;
        this.progress = progress;
    }

    /** On as many threads as there are processors, with 24 random starts at each point that is searched whole. */
    public static PhaseDiagramSolver of(CompiledSystem system) {
        return new PhaseDiagramSolver(
                FixedPointSearch.of(system).withStarts(STARTS),
                Runtime.getRuntime().availableProcessors(),
                (done, total) -> {});
    }

    /** @throws IllegalArgumentException if below 1 */
    public PhaseDiagramSolver withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, were " + count);
        }
        return new PhaseDiagramSolver(search, count, progress);
    }

    public PhaseDiagramSolver withProgress(Progress listener) {
        return new PhaseDiagramSolver(search, threads, listener);
    }

    public PhaseDiagramSolver withSeed(long seed) {
        return new PhaseDiagramSolver(search.withSeed(seed), threads, progress);
    }

    /**
     * The phases over a grid.
     *
     * @param set values of parameters by name; others have their defaults
     * @throws org.macrostate.equations.BadInput if a parameter is unknown, on both axes or outside its domain; an axis
     *     may end on the edge of an open domain
     */
    public PhaseDiagram solve(Map<String, Double> set, Axis x, Axis y) {
        ParameterPlane plane = new ParameterPlane(search.system().bound().parameters(), set, x, y);
        int expected = plane.count() + 2 * (x.count() + y.count());
        try (Parallel parallel = new Parallel(threads, progress, expected)) {
            GridSearch gridSearch = new GridSearch(plane, search, parallel);
            GridPoint[] grid = gridSearch.solve();
            List<String> names = parallel.map(grid.length, 0, place -> category(plane, grid[place], place));
            List<String> categories = categories(names);
            int[] category = names.stream().mapToInt(categories::indexOf).toArray();
            EdgeSearch edges = new EdgeSearch(plane, search, gridSearch.region(), gridSearch.symmetries());
            BoundarySearch.Found boundaries = new BoundarySearch(plane, grid, category)
                    .find(edges, parallel, category, categories.indexOf(PhaseDiagram.UNDECIDED));
            progress.at(expected, expected);
            return new PhaseDiagram(
                    x,
                    y,
                    categories,
                    category,
                    java.util.Arrays.stream(grid)
                            .mapToInt(p -> p.stable().size())
                            .toArray(),
                    observables(grid),
                    boundaries.boundaries(),
                    boundaries.unresolved());
        }
    }

    private String category(ParameterPlane plane, GridPoint point, int place) {
        List<String> phases = point.phases().stream().distinct().toList();
        boolean named = !search.system().bound().system().phases().isEmpty();
        if (phases.size() > 1 || !named && point.stable().size() > 1) {
            return PhaseDiagram.COEXISTENCE;
        }
        if (phases.size() == 1) {
            return phases.get(0);
        }
        boolean grows = !point.hasMarginal() && search.runsAway(plane.at(place));
        return grows ? PhaseDiagram.DIVERGENT : PhaseDiagram.UNDECIDED;
    }

    /** The model's own phases in its order first. */
    private List<String> categories(List<String> names) {
        Set<String> present = new LinkedHashSet<>(new java.util.TreeSet<>(names));
        List<String> last = List.of(PhaseDiagram.COEXISTENCE, PhaseDiagram.DIVERGENT, PhaseDiagram.UNDECIDED);
        Set<String> ordered = new LinkedHashSet<>();
        for (Formula phase : search.system().bound().system().phases()) {
            ordered.add(phase.name());
        }
        ordered.retainAll(present);
        present.stream().filter(name -> !last.contains(name)).forEach(ordered::add);
        last.stream().filter(present::contains).forEach(ordered::add);
        return new ArrayList<>(ordered);
    }

    private double[][] observables(GridPoint[] grid) {
        int count = search.system().bound().system().observables().size();
        double[][] values = new double[grid.length][];
        for (int place = 0; place < grid.length; place++) {
            if (grid[place].stable().isEmpty()) {
                values[place] = new double[count];
                java.util.Arrays.fill(values[place], Double.NaN);
            } else {
                values[place] = grid[place].stable().get(0).observables();
            }
        }
        return values;
    }
}

package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.macrostate.equations.derive.Formula;
import org.macrostate.solvers.continuation.KeptCheckpoints;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Computes phase diagrams. Immutable. */
public final class PhaseDiagramSolver {
    private static final int STARTS = 24;

    private final FixedPointSearch search;
    private final int threads;
    private final ProgressListener progress;
    private final KeptCheckpoints kept;

    private PhaseDiagramSolver(FixedPointSearch search, int threads, ProgressListener progress, KeptCheckpoints kept) {
        this.search = search;
        this.threads = threads;
        this.progress = progress;
        this.kept = kept;
    }

    /** On as many threads as there are processors, with 24 random starts at each point that is searched whole. */
    public static PhaseDiagramSolver of(CompiledSystem system) {
        return new PhaseDiagramSolver(
                FixedPointSearch.of(system).withStarts(STARTS),
                Runtime.getRuntime().availableProcessors(),
                (done, total) -> {},
                KeptCheckpoints.NONE);
    }

    /** @throws IllegalArgumentException if below 1 */
    public PhaseDiagramSolver withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, were " + count);
        }
        return new PhaseDiagramSolver(search, count, progress, kept);
    }

    public PhaseDiagramSolver withProgress(ProgressListener listener) {
        return new PhaseDiagramSolver(search, threads, listener, kept);
    }

    /**
     * Takes the pieces that are kept, and keeps those that it makes.
     *
     * @param pieces of the same diagram of the same system, by the same program, with the same seed
     */
    public PhaseDiagramSolver keeping(KeptCheckpoints pieces) {
        return new PhaseDiagramSolver(search, threads, progress, pieces);
    }

    public PhaseDiagramSolver withSeed(long seed) {
        return new PhaseDiagramSolver(search.withSeed(seed), threads, progress, kept);
    }

    /**
     * The phases over a grid.
     *
     * @param set values of parameters by name; others have their defaults
     * @throws org.macrostate.equations.BadInput if a parameter is unknown, on both axes or outside its domain; an axis
     *     may end on the edge of an open domain
     */
    public PhaseDiagram solve(Map<String, Double> set, ParameterAxis x, ParameterAxis y) {
        ParameterPlane plane = new ParameterPlane(search.system().bound().parameters(), set, x, y);
        int expected = plane.count() + 2 * (x.count() + y.count());
        try (Parallel parallel = new Parallel(threads, progress, expected, kept)) {
            PointSearch points = new PointSearch(plane, search);
            Grid grid = new GridSearch(points, parallel).solve();
            List<String> names = IntStream.range(0, grid.size())
                    .mapToObj(place -> category(grid.kinds().get(grid.kind(place))))
                    .toList();
            List<String> categories = categories(names);
            int[] category = names.stream().mapToInt(categories::indexOf).toArray();
            EdgeSearch edges = new EdgeSearch(plane, search, points.region(), points.symmetries());
            BoundarySearch.Found boundaries = new BoundarySearch(points, grid, category)
                    .find(
                            edges,
                            parallel,
                            categories.indexOf(PhaseDiagram.UNDECIDED),
                            categories.indexOf(PhaseDiagram.LIMIT_CYCLE));
            BoundaryTypes.Typed typed = new BoundaryTypes(plane, search, set).of(boundaries.curves());
            progress.at(expected, expected);
            List<String> notes = new ArrayList<>(notes(plane, grid, points));
            notes.addAll(boundaries.notes());
            notes.addAll(typed.notes());
            return new PhaseDiagram(
                    x,
                    y,
                    categories,
                    category,
                    IntStream.range(0, grid.size())
                            .map(p -> grid.kinds().get(grid.kind(p)).phases().size())
                            .toArray(),
                    IntStream.range(0, grid.size()).mapToObj(grid::observables).toArray(double[][]::new),
                    typed.boundaries(),
                    typed.points(),
                    boundaries.unresolved(),
                    grid.solvedCount(),
                    notes);
        }
    }

    /**
     * The phases over a grid without the curves between them: the same words, numbers and observables as of {@link
     * #solve}.
     *
     * @throws org.macrostate.equations.BadInput as {@link #solve} does
     */
    public PhasesOfPoints phases(Map<String, Double> set, ParameterAxis x, ParameterAxis y) {
        ParameterPlane plane = new ParameterPlane(search.system().bound().parameters(), set, x, y);
        try (Parallel parallel = new Parallel(threads, progress, plane.count(), kept)) {
            Grid grid = new GridSearch(new PointSearch(plane, search), parallel).solve();
            return new PhasesOfPoints(
                    IntStream.range(0, grid.size())
                            .mapToObj(place -> category(grid.kinds().get(grid.kind(place))))
                            .toList(),
                    IntStream.range(0, grid.size())
                            .map(p -> grid.kinds().get(grid.kind(p)).phases().size())
                            .toArray(),
                    IntStream.range(0, grid.size()).mapToObj(grid::observables).toArray(double[][]::new),
                    IntStream.range(0, grid.size())
                            .mapToObj(place -> grid.isSolved(place) ? doubt(grid.near(place), plane.at(place)) : "")
                            .toList());
        }
    }

    /** The bounds that the search at a point reached. */
    private String doubt(GridPoint point, double[] parameters) {
        List<String> bounds = new ArrayList<>(point.found().bounds());
        if (point.mayCycle(search, parameters)) {
            bounds.add(CycleSearch.bound(1));
        }
        return String.join("; ", bounds);
    }

    /**
     * The phases at single points, each searched whole.
     *
     * @param parameters one array a point, in the order of the layout
     */
    public PhasesOfPoints phases(List<double[]> parameters) {
        List<GridPoint> points = parameters.stream().map(this::point).toList();
        int observables = search.system().bound().system().observables().size();
        return new PhasesOfPoints(
                points.stream().map(point -> category(point.kind())).toList(),
                points.stream().mapToInt(point -> point.stable().size()).toArray(),
                points.stream()
                        .map(point -> point.firstObservables(observables))
                        .toArray(double[][]::new),
                IntStream.range(0, points.size())
                        .mapToObj(i -> doubt(points.get(i), parameters.get(i)))
                        .toList());
    }

    private List<String> notes(ParameterPlane plane, Grid grid, PointSearch searched) {
        int bounded = (int) grid.solved().entrySet().stream()
                .filter(point -> point.getValue().mayCycle(search, plane.at(point.getKey())))
                .count();
        List<String> notes = new ArrayList<>(grid.notes());
        if (bounded > 0) {
            notes.add(CycleSearch.bound(bounded));
        }
        Map<String, Integer> bounds = new TreeMap<>();
        grid.solved()
                .values()
                .forEach(point -> point.found().bounds().forEach(bound -> bounds.merge(bound, 1, Integer::sum)));
        bounds.forEach((bound, count) ->
                notes.add("at " + count + " of the points that were searched fixed points may be missing: " + bound));
        searched.symmetries().bound().ifPresent(notes::add);
        return notes;
    }

    private GridPoint point(double[] parameters) {
        return GridPoint.of(search, parameters, search.find(parameters));
    }

    private String category(GridPoint.Kind kind) {
        List<String> phases = kind.phases().stream().distinct().toList();
        boolean named = !search.system().bound().system().phases().isEmpty();
        if (phases.size() > 1 || !named && kind.phases().size() > 1) {
            return PhaseDiagram.COEXISTENCE;
        }
        if (phases.size() == 1) {
            return phases.get(0);
        }
        return switch (kind.motion()) {
            case RUNS_AWAY -> PhaseDiagram.DIVERGENT;
            case CYCLES -> PhaseDiagram.LIMIT_CYCLE;
            case UNKNOWN -> PhaseDiagram.UNDECIDED;
        };
    }

    /** The model's own phases in its order first. */
    private List<String> categories(List<String> names) {
        Set<String> present = new LinkedHashSet<>(new java.util.TreeSet<>(names));
        List<String> last = List.of(
                PhaseDiagram.COEXISTENCE, PhaseDiagram.LIMIT_CYCLE, PhaseDiagram.DIVERGENT, PhaseDiagram.UNDECIDED);
        Set<String> ordered = new LinkedHashSet<>();
        for (Formula phase : search.system().bound().system().phases()) {
            ordered.add(phase.name());
        }
        ordered.retainAll(present);
        present.stream().filter(name -> !last.contains(name)).forEach(ordered::add);
        last.stream().filter(present::contains).forEach(ordered::add);
        return new ArrayList<>(ordered);
    }
}

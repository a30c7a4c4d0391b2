package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * Finds the fixed points of a system: Newton's method from named and random starts in the physical region, deflation of
 * what is known, and the flow from some starts and away from every unstable point. That all are found is known where
 * solutions can be counted; else more starts find more. Immutable, one for all threads.
 */
public final class FixedPointSearch {
    private static final int STARTS = 64;
    private static final int RUNS = 3;
    private static final int SEARCH_DIGITS = 3;
    private static final double VANISHING = 1e-6;
    private static final double ROUNDING = 1e-11;

    /** What is done beside a search from so many starts. */
    private enum Extent {
        USUAL,
        COUNTED,
        THOROUGH
    }

    private final CompiledSystem system;
    private final int starts;
    private final long seed;
    private final Optional<ConservedTotals> given;
    private final Extent extent;
    private final PathLimit paths;

    private FixedPointSearch(
            CompiledSystem system,
            int starts,
            long seed,
            Optional<ConservedTotals> given,
            Extent extent,
            PathLimit paths) {
        this.paths = paths;
        this.given = given;
        this.extent = extent;
        this.system = system;
        this.starts = starts;
        this.seed = seed;
    }

    /** With 64 random starts and seed 1. */
    public static FixedPointSearch of(CompiledSystem system) {
        return new FixedPointSearch(system, STARTS, 1, Optional.empty(), Extent.USUAL, PathLimit.USUAL);
    }

    /** @throws IllegalArgumentException if negative */
    public FixedPointSearch withStarts(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("random starts must be 0 or more, were " + count);
        }
        return new FixedPointSearch(system, count, seed, given, extent, paths);
    }

    public FixedPointSearch withSeed(long value) {
        return new FixedPointSearch(system, starts, value, given, extent, paths);
    }

    /**
     * With more starts as long as some fixed points were reached only once, and, of few equations that are quotients of
     * polynomials, with every solution by a Gröbner basis or a homotopy.
     */
    public FixedPointSearch thorough() {
        return new FixedPointSearch(system, starts, seed, given, Extent.THOROUGH, paths);
    }

    /** With every solution of few polynomial equations, by a homotopy of few paths. */
    public FixedPointSearch counting() {
        return new FixedPointSearch(system, starts, seed, given, Extent.COUNTED, paths);
    }

    /**
     * With another bound on the paths of a homotopy that finds every solution; otherwise 5000, where many are regular.
     *
     * @throws IllegalArgumentException if negative
     */
    public FixedPointSearch withPaths(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("paths must be 0 or more, were " + most);
        }
        return new FixedPointSearch(system, starts, seed, given, extent, new PathLimit(most, true));
    }

    public CompiledSystem system() {
        return system;
    }

    /** All fixed points that can be found at these parameters (see {@code ParameterLayout}). */
    public FixedPoints find(double[] parameters) {
        StateUnits units = units(parameters);
        if (!units.isOne()) {
            ConservedTotals own = totals(parameters);
            FixedPointSearch scaled = withTotals(own).in(units);
            Found found = scaled.searched(parameters, scaled.symmetries(parameters));
            FixedPoints points = found.points().unscaled(units, own);
            SystemAt at = new SystemAt(system, parameters);
            List<FixedPoint> fit = points.points().stream()
                    .filter(point -> vanish(at, point.state(), units))
                    .toList();
            if (found.isCut() || !fit.isEmpty() && fit.size() == points.points().size()) {
                return new Found(points.only(fit), found.isCut()).told();
            }
        }
        return find(parameters, symmetries(parameters));
    }

    /** What was found, and whether the time limit ended the search. */
    private record Found(FixedPoints points, boolean isCut) {
        /** The points, when nothing is left to be done with them. */
        FixedPoints told() {
            if (isCut) {
                TimeLimit.goOnStopping();
            }
            return points;
        }
    }

    /**
     * Whether each rate is small against the terms that its derivatives show: units that do not fit make others small. An
     * element is known to the rounding of its unit only, which is all that there is of one that is zero.
     */
    private static boolean vanish(SystemAt at, double[] state, StateUnits units) {
        int n = state.length;
        double[] rates = new double[n];
        at.rates(state, rates);
        double[] jacobian = at.jacobian(state);
        for (int i = 0; i < n; i++) {
            double allowed = Double.MIN_NORMAL;
            for (int j = 0; j < n; j++) {
                allowed += Math.abs(jacobian[i * n + j]) * (VANISHING * Math.abs(state[j]) + ROUNDING * units.of()[j]);
            }
            if (!(Math.abs(rates[i]) <= allowed)) {
                return false;
            }
        }
        return true;
    }

    /** The same search in units in which numbers are ordinary; what it finds is in these. */
    public FixedPointSearch in(StateUnits units) {
        return new FixedPointSearch(
                system.in(units), starts, seed, given.map(totals -> totals.in(units)), extent, paths);
    }

    /** In which the numbers of a stated flow are ordinary; one if they are or the system is in such units already. */
    public StateUnits units(double[] parameters) {
        return system.units().isOne() ? UnitSearch.of(system, parameters) : StateUnits.one(system.length());
    }

    /** As {@link #find(double[])}, with symmetries that were found before. */
    public FixedPoints find(double[] parameters, Symmetries symmetries) {
        return searched(parameters, symmetries).told();
    }

    /** The thread is not interrupted after a cut, so that what was found can be corrected and converted. */
    private Found searched(double[] parameters, Symmetries symmetries) {
        Optional<CompiledSystem> rough = rough();
        if (rough.isPresent()) {
            Found found = new FixedPointSearch(rough.get(), starts, seed, given, Extent.USUAL, paths)
                    .searched(parameters, symmetries);
            return new Found(corrected(found, parameters, symmetries), found.isCut());
        }
        SystemAt at = new SystemAt(system, parameters, totals(parameters));
        PhysicalRegion region = PhysicalRegion.of(system.bound(), parameters);
        Equilibria equilibria = new Equilibria(at, region, symmetries);
        boolean isCut = TimeLimit.cuts(() -> {
            if (extent != Extent.USUAL) {
                equilibria.counted(extent == Extent.COUNTED ? CountedRoots.quickly(at) : CountedRoots.of(at, paths));
            }
            Starts random = new Starts(at, region, seed);
            equilibria.search(random, starts);
            if (extent == Extent.THOROUGH) {
                equilibria.searchOn(random, starts);
            }
            if (extent != Extent.USUAL) {
                equilibria.complete();
            }
        });
        FixedPoints found = equilibria.result();
        return new Found(isCut ? found.bounded(ended(found)) : found, isCut);
    }

    private static String ended(FixedPoints found) {
        return "the time limit ended the search after " + found.starts() + " starts: others may exist";
    }

    /** Where integrals are expensive, the search itself needs them to three digits only. */
    private Optional<CompiledSystem> rough() {
        return system.rough(SEARCH_DIGITS);
    }

    /** What a rough search found, corrected by the system itself; the counts are those of the search. */
    private FixedPoints corrected(Found search, double[] parameters, Symmetries symmetries) {
        FixedPoints found = search.points();
        List<double[]> candidates = new ArrayList<>();
        found.points().forEach(point -> candidates.add(point.state()));
        candidates.addAll(found.outside());
        FixedPoints exact =
                refine(parameters, candidates, symmetries, PhysicalRegion.of(system.bound(), parameters), false);
        List<String> bounds = new ArrayList<>(found.bounds());
        exact.bounds().stream().filter(bound -> !bounds.contains(bound)).forEach(bounds::add);
        if (exact.points().size() < found.points().size()) {
            bounds.add("the search, which integrates to " + SEARCH_DIGITS + " digits, found "
                    + found.points().size() + " fixed points; " + exact.points().size()
                    + " remain at the accuracy asked for");
        }
        boolean none = found.points().isEmpty() && found.outside().isEmpty();
        boolean cut = found.status() == FixedPoints.Status.TOO_MANY && exact.status() == FixedPoints.Status.FOUND;
        return new FixedPoints(
                exact.points(),
                exact.outside(),
                none || cut ? found.status() : exact.status(),
                found.starts(),
                found.converged(),
                exact.symmetries(),
                exact.totals(),
                new Completeness(false, -1, -1, found.completeness().missing()),
                exact.notes(),
                bounds);
    }

    /**
     * The fixed points that Newton's method reaches from given candidates.
     *
     * @param region where they must lie, of any parameters
     * @param descend whether also to follow the flow away from the unstable ones
     */
    public FixedPoints refine(
            double[] parameters,
            List<double[]> candidates,
            Symmetries symmetries,
            PhysicalRegion region,
            boolean descend) {
        Equilibria equilibria = new Equilibria(
                        new SystemAt(system, parameters, totals(parameters)), region.at(parameters), symmetries)
                .refine(candidates);
        return (descend ? equilibria.descend() : equilibria).result();
    }

    /** Whether the flow from each of a few states in general position grows beyond a million. */
    public boolean runsAway(double[] parameters) {
        SystemAt at = new SystemAt(system, parameters);
        PhysicalRegion region = PhysicalRegion.of(system.bound(), parameters);
        Starts random = new Starts(at, region, seed);
        PseudoTransient flow = new PseudoTransient(at, region);
        for (int i = 0; i < RUNS; i++) {
            if (!flow.runsAway(random.next(0))) {
                return false;
            }
        }
        return true;
    }

    /** With other values of conserved totals than a run's start has. */
    public FixedPointSearch withTotals(ConservedTotals given) {
        return new FixedPointSearch(system, starts, seed, Optional.of(given), extent, paths);
    }

    /**
     * With values of conserved totals given as {@code S + Sp = 1}.
     *
     * @throws org.macrostate.equations.BadInput if something is written that is not conserved at these parameters
     */
    public FixedPointSearch withTotals(String text, double[] parameters) {
        return withTotals(
                totals(parameters).fixedBy(text, system.bound().state().labels()));
    }

    /** What the flow conserves at these parameters, with the values that a run's start or {@link #withTotals} gives. */
    public ConservedTotals totals(double[] parameters) {
        SystemAt at = new SystemAt(system, parameters);
        Starts random = new Starts(at, PhysicalRegion.of(system.bound(), parameters), seed);
        return given.map(totals -> totals.heldBy(at, random))
                .orElseGet(() -> TotalsSearch.find(at, random, random.rest()));
    }

    /** The discrete symmetries of the equations at these parameters. */
    public Symmetries symmetries(double[] parameters) {
        SystemAt at = new SystemAt(system, parameters, totals(parameters));
        return Symmetries.of(at, new Starts(at, PhysicalRegion.of(system.bound(), parameters), seed));
    }
}

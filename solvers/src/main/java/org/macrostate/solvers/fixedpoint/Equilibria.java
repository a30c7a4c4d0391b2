package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.macrostate.solvers.kernel.StateUnits;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.Vector;

/** The search at one set of parameters. Mutable: one a thread, used once. */
final class Equilibria {
    private static final int DEFLATIONS = 2;

    /** Times n², of flows away from unstable points of large systems, and how many from each. */
    private static final int MOST_FLOW_WORK = 5_000_000;

    private static final int FLOWS_OF_EACH = 2;
    private static final double ROUND = 1e9;
    private static final int MOST_PAIRS = 20;
    private static final int MOST_ROUNDS = 12;
    private static final double FAR = 1e6;
    private static final int LARGEST_SEARCHED = 20;
    private static final double[] PARTS = {0.1, 0.3, 0.5, 0.7, 0.9};

    private final SystemAt system;
    private final PhysicalRegion region;
    private final StabilityAnalysis analysis;
    private final SubspaceSolver whole;
    private final UnstableDirections directions;
    private final Symmetries symmetries;
    private final Roots roots;
    private final PartSearch parts;
    private CountedRoots every = CountedRoots.NONE;
    private OptionalDouble missing = OptionalDouble.empty();
    private final RootAtInfinity infinity;
    private int starts;
    private int converged;

    /** Whether starts were chosen by what copies have in common, before random ones. */
    private boolean hasParts;

    /** Of the work, those that were reached. */
    private final Set<String> bounds = new LinkedHashSet<>();

    Equilibria(SystemAt system, PhysicalRegion region, Symmetries symmetries) {
        this.system = system;
        this.region = region;
        this.symmetries = symmetries;
        this.analysis = new StabilityAnalysis(system, region);
        this.whole = SubspaceSolver.of(system, region);
        this.directions = new UnstableDirections(system, symmetries);
        this.roots = new Roots(system, region, symmetries, analysis, this::rootFrom);
        this.infinity = new RootAtInfinity(system);
        this.parts = new PartSearch(
                system, region, roots, bounds, start -> take(rootFrom(start).filter(region::contains), false));
    }

    /** GlobalNewton's method from each candidate, nothing more. */
    Equilibria refine(List<double[]> candidates) {
        candidates.forEach(candidate -> take(rootFrom(candidate), false));
        return this;
    }

    /** The flow away from unstable points; in large systems two from each, the fastest of all first, up to a bound. */
    Equilibria descend() {
        int left = symmetries.areLarge() ? MOST_FLOW_WORK / (system.length() * system.length()) : Integer.MAX_VALUE;
        int together = symmetries.areLarge() ? 1 : Integer.MAX_VALUE;
        int ofEach = symmetries.areLarge() ? FLOWS_OF_EACH : Integer.MAX_VALUE;
        List<List<double[]>> starts = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn && left > 0) {
            goesOn = false;
            for (int i = 0; i < roots.size() && !roots.isFull() && left > 0; i++) {
                if (i == starts.size()) {
                    starts.add(beside(roots.all().get(i), ofEach));
                }
                for (int k = 0; k < together && !starts.get(i).isEmpty(); k++) {
                    flowFrom(starts.get(i).remove(0), false);
                    goesOn = true;
                    left--;
                }
            }
        }
        boolean isPartOnly = starts.stream().anyMatch(some -> !some.isEmpty())
                || roots.all().stream().skip(starts.size()).anyMatch(this::isLeft);
        if (left <= 0 && isPartOnly) {
            bounds.add("in a system of this size the flow is not followed away from every unstable fixed point in two"
                    + " directions: there may be more");
        }
        return this;
    }

    private List<double[]> beside(KnownRoot root, int most) {
        return isLeft(root)
                ? new ArrayList<>(directions.beside(root.state(), root.verdict().eigenvalues(), most))
                : new ArrayList<>();
    }

    private boolean isLeft(KnownRoot root) {
        return root.verdict().stability() == Stability.UNSTABLE && region.contains(root.state());
    }

    /** The whole search: named and random starts, deflation, flow. */
    Equilibria search(Starts random, int count) {
        StateUnits units = system.system().units();
        List<double[]> named = new ArrayList<>(List.of(random.rest(), random.learned()));
        NamedStates.of(system.system().bound(), system.parameters(), units.unscaled(random.rest()))
                .forEach(state -> named.add(units.scaled(state)));
        refine(named);
        hasParts = symmetries.areLarge() && random.blocks().copies() > 1 && count > 0;
        if (hasParts) {
            parts.search(random, count);
        }
        for (int i = 0; i < count; i++) {
            double[] start = random.next(i);
            newtonFrom(start);
            if (i % 3 == 0) {
                flowFrom(start, true);
            }
        }
        descend();
        if (hasParts) {
            parts.combine();
        }
        return between();
    }

    /**
     * More starts: of copies in blocks, if there are any and these were not looked for; of a stated flow as long as the roots
     * that were reached once say that others were not reached.
     */
    Equilibria searchOn(Starts random, int count) {
        if (!region.gram().vectors().isEmpty()) {
            if (!hasParts && random.blocks().copies() > 1 && count > 0) {
                hasParts = true;
                parts.search(random, count);
            }
            return this;
        }
        for (int round = 1;
                round < MOST_ROUNDS && roots.captures().missing() >= 1 && system.length() <= LARGEST_SEARCHED;
                round++) {
            for (int i = 0; i < count; i++) {
                double[] start = random.next(i);
                take(rootFrom(start), true);
            }
        }
        return this;
    }

    /** With all solutions, where they were counted; there are then no families. */
    Equilibria counted(CountedRoots all) {
        every = all;
        if (every.isolated()) {
            roots.areIsolated(every.real().size());
        }
        return this;
    }

    /** All solutions that were counted; what was missing without them stays. */
    Equilibria complete() {
        missing = OptionalDouble.of(missed());
        every.multiple().forEach(root -> roots.settle(root.state(), root.multiplicity()));
        refine(every.simple());
        new RootMultiplicity(system, region).settle(roots, every.told());
        return this;
    }

    private double missed() {
        return hasParts ? roots.captures().missingBeside() : roots.captures().missing();
    }

    private Completeness completeness() {
        double left = missing.orElseGet(this::missed);
        return every.completeness(
                roots.all().stream().mapToInt(root -> root.images().size()).sum(), left);
    }

    /** From points between roots: what separates two attractors is met there, and seldom from afar. */
    private Equilibria between() {
        List<KnownRoot> known = roots.all();
        int pairs = 0;
        for (int i = 0; i < known.size() && pairs < MOST_PAIRS; i++) {
            for (int j = 0; j < i && pairs < MOST_PAIRS; j++) {
                if (known.get(i).verdict().stability() != Stability.UNSTABLE
                        && known.get(j).verdict().stability() != Stability.UNSTABLE) {
                    pairs++;
                    double[] way =
                            Vector.moved(known.get(i).state(), -1, known.get(j).state());
                    for (double part : PARTS) {
                        take(rootFrom(Vector.moved(known.get(j).state(), part, way)), false);
                    }
                }
            }
        }
        long attractors = known.stream()
                .filter(root -> root.verdict().stability() != Stability.UNSTABLE)
                .count();
        if (attractors * (attractors - 1) / 2 > MOST_PAIRS) {
            bounds.add("roots were looked for between " + MOST_PAIRS
                    + " pairs of attractors only: there may be more fixed points");
        }
        return this;
    }

    private void newtonFrom(double[] start) {
        SubspaceSolver solver = solver(start);
        Optional<double[]> root = solver.root(start);
        take(root, true);
        // Beside the continuous families of large systems, whose members are all near, deflation leads nowhere.
        int deflations = symmetries.areLarge() && solver == whole ? 0 : DEFLATIONS;
        for (int i = 0; i < deflations && root.isPresent(); i++) {
            List<double[]> known = new ArrayList<>();
            for (KnownRoot other : roots.all()) {
                other.images().stream().limit(16).forEach(known::add);
            }
            known.add(root.get());
            root = solver.otherRoot(start, known).filter(found -> !isAtInfinity(found));
            root.ifPresent(other -> roots.add(other, false));
        }
    }

    private void flowFrom(double[] start, boolean isRandom) {
        take(solver(start).settled(start), isRandom);
    }

    private Optional<double[]> rootFrom(double[] start) {
        return solver(start).root(start);
    }

    /** In the subspace of a start. */
    private SubspaceSolver solver(double[] start) {
        return symmetries
                .kept(start)
                .map(inside -> SubspaceSolver.of(system, region, inside))
                .orElse(whole);
    }

    /** Overlaps beyond a million, of vectors that run away, and other states whose rates die out. */
    private boolean isAtInfinity(double[] root) {
        return !region.gram().vectors().isEmpty() && Vector.maxNorm(root) > FAR || infinity.is(root);
    }

    private void take(Optional<double[]> root, boolean isRandom) {
        starts++;
        if (root.isPresent() && !isAtInfinity(root.get())) {
            converged++;
            roots.add(onTheEdge(root.get()).orElse(root.get()), isRandom);
        }
    }

    /**
     * The root on the edge of the physical region that GlobalNewton's method came close to or overshot, if that is what
     * happened.
     */
    private Optional<double[]> onTheEdge(double[] root) {
        boolean inside = region.contains(root);
        if (inside && !region.isOnEdge(root)) {
            return Optional.empty();
        }
        double most = inside ? system.rates(root, new double[system.length()]) : GlobalNewton.RESIDUAL;
        return Optional.of(root)
                .filter(region::contains)
                .or(() -> region.movedIn(root))
                .flatMap(state -> java.util.stream.Stream.of(rounded(state), state)
                        .filter(region::contains)
                        .filter(s -> system.rates(s, new double[system.length()]) <= most)
                        .filter(analysis::isRough)
                        .findFirst());
    }

    /** Where rates have a root at the edge, the last digits of the state decide between zero and noise. */
    private static double[] rounded(double[] state) {
        return java.util.Arrays.stream(state)
                .map(v -> Math.rint(v * ROUND) / ROUND)
                .toArray();
    }

    FixedPoints result() {
        Completeness completeness = completeness();
        roots.joinCurves();
        if (completeness.all()) {
            bounds.clear();
        }
        if (roots.isFull()) {
            bounds.add("there may be more fixed points: no more than " + Roots.LARGEST_COUNT + " are kept");
        }
        symmetries.bound().ifPresent(bounds::add);
        return new FixedPointListing(system, region, symmetries)
                .of(roots, starts, converged, List.copyOf(bounds), completeness)
                .noted(every.notes())
                .noted(infinity.notes());
    }
}

package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.kernel.StateUnits;
import org.macrostate.solvers.nonlinear.Deflation;
import org.macrostate.solvers.nonlinear.GlobalNewton;
import org.macrostate.solvers.nonlinear.InverseIteration;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.Vector;

/** The search at one set of parameters. Mutable: one a thread, used once. */
final class Equilibria {
    private static final int DEFLATIONS = 2;
    private static final double NUDGE = 1e-2;
    private static final double EQUAL = 1e-7;
    private static final double ROUND = 1e9;
    private static final int MOST_UNDECIDED = 3;
    private static final int MOST_PAIRS = 20;
    private static final int MOST_ROUNDS = 12;
    private static final double FAR = 1e6;
    private static final int LARGEST_SEARCHED = 20;
    private static final double[] PARTS = {0.1, 0.3, 0.5, 0.7, 0.9};

    private final SystemAt system;
    private final PhysicalRegion region;
    private final GlobalNewton newton;
    private final StabilityAnalysis analysis;
    private final GrowthCheck growth;
    private final PseudoTransient flow;
    private final Symmetries symmetries;
    private final Roots roots;
    private Optional<EveryRoot> every = Optional.empty();
    private OptionalDouble missing = OptionalDouble.empty();
    private int starts;
    private int converged;

    Equilibria(SystemAt system, PhysicalRegion region, Symmetries symmetries) {
        this.system = system;
        this.region = region;
        this.symmetries = symmetries;
        this.newton = new GlobalNewton(system, region);
        this.analysis = new StabilityAnalysis(system, region);
        this.growth = new GrowthCheck(system, region);
        this.flow = new PseudoTransient(system, region);
        this.roots = new Roots(system, region, symmetries, analysis, newton);
    }

    /** GlobalNewton's method from each candidate, nothing more. */
    Equilibria refine(List<double[]> candidates) {
        candidates.forEach(candidate -> take(newton.from(candidate), false));
        return this;
    }

    /** Where the flow goes that leaves the unstable points along their fastest growing directions. */
    Equilibria descend() {
        for (int i = 0; i < roots.size() && !roots.isFull(); i++) {
            Roots.Root root = roots.all().get(i);
            if (root.verdict().stability() == Stability.UNSTABLE && region.contains(root.state())) {
                for (double[] start : beside(root.state())) {
                    flowFrom(start, false);
                }
            }
        }
        return this;
    }

    /** The whole search: named and random starts, deflation, flow. */
    Equilibria search(Starts random, int count) {
        double[] rest = random.rest();
        List<double[]> named = new ArrayList<>(List.of(rest, random.learned()));
        StateUnits units = system.system().units();
        NamedStates.of(system.system().bound(), system.parameters(), units.unscaled(rest))
                .forEach(state -> named.add(units.scaled(state)));
        refine(named);
        for (int i = 0; i < count; i++) {
            double[] start = random.next(i);
            newtonFrom(start);
            if (i % 3 == 0) {
                flowFrom(start, true);
            }
        }
        descend();
        return between();
    }

    /** More starts of a stated flow, as long as the roots that were reached once say that others were not reached. */
    Equilibria searchOn(Starts random, int count) {
        if (!region.gram().vectors().isEmpty()) {
            return this;
        }
        for (int round = 1;
                round < MOST_ROUNDS && roots.missing() >= 1 && system.length() <= LARGEST_SEARCHED;
                round++) {
            for (int i = 0; i < count; i++) {
                double[] start = random.next(i);
                take(newton.from(start), true);
            }
        }
        return this;
    }

    /** All solutions where equations are quotients of polynomials in few unknowns; what was missing without them stays. */
    Equilibria complete() {
        missing = OptionalDouble.of(roots.missing());
        every = EveryRoot.of(system);
        every.ifPresent(all -> refine(all.real()));
        return this;
    }

    private Completeness completeness() {
        double left = missing.orElseGet(roots::missing);
        return every.map(all -> {
                    int found = roots.all().stream()
                            .mapToInt(root -> root.images().size())
                            .sum();
                    boolean known = found == all.complex()
                            || all.told() && found == all.real().size();
                    int real = known ? found : all.told() ? all.real().size() : -1;
                    return new Completeness(known, all.complex(), real, known ? 0 : left);
                })
                .orElse(new Completeness(false, -1, -1, left));
    }

    /** From points between roots: what separates two attractors is met there, and seldom from afar. */
    private Equilibria between() {
        List<Roots.Root> known = roots.all();
        int pairs = 0;
        for (int i = 0; i < known.size() && pairs < MOST_PAIRS; i++) {
            for (int j = 0; j < i && pairs < MOST_PAIRS; j++) {
                if (known.get(i).verdict().stability() != Stability.UNSTABLE
                        && known.get(j).verdict().stability() != Stability.UNSTABLE) {
                    pairs++;
                    double[] way =
                            Vector.moved(known.get(i).state(), -1, known.get(j).state());
                    for (double part : PARTS) {
                        take(newton.from(Vector.moved(known.get(j).state(), part, way)), false);
                    }
                }
            }
        }
        return this;
    }

    private void newtonFrom(double[] start) {
        Optional<double[]> root = newton.from(start);
        take(root, true);
        for (int i = 0; i < DEFLATIONS && root.isPresent(); i++) {
            Deflation deflation = new Deflation();
            for (Roots.Root known : roots.all()) {
                known.images().stream().limit(16).forEach(deflation::add);
            }
            deflation.add(root.get());
            root = newton.from(start, deflation).filter(found -> !isAtInfinity(found));
            root.ifPresent(other -> roots.add(other, false));
        }
    }

    private void flowFrom(double[] start, boolean isRandom) {
        Optional<InvariantSubspace> inside = symmetries.kept(start);
        if (inside.isEmpty()) {
            take(flow.from(start).flatMap(newton::from), isRandom);
            return;
        }
        InvariantSubspace subspace = inside.get();
        GlobalNewton.StepLimit bounds = subspace.of(region);
        take(
                new PseudoTransient(subspace.of(system), bounds)
                        .from(subspace.coordinates(start))
                        .flatMap(new GlobalNewton(subspace.of(system), bounds)::from)
                        .map(subspace::state),
                isRandom);
    }

    /** Overlaps beyond a million, of vectors that run away, whose rates die out. */
    private boolean isAtInfinity(double[] root) {
        return !region.gram().vectors().isEmpty() && Vector.maxNorm(root) > FAR;
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

    private List<double[]> beside(double[] state) {
        int n = system.length();
        double[] jacobian = new double[n * n];
        system.jacobian(state, jacobian);
        List<double[]> starts = new ArrayList<>();
        List<Complex> eigenvalues = Spectrum.of(jacobian, n);
        for (int i = 0; i < n; i++) {
            // Of equal eigenvalues, as symmetries make them, one direction stands for the others.
            boolean another = i == 0
                    || eigenvalues.get(i).subtract(eigenvalues.get(i - 1)).norm()
                            > EQUAL * eigenvalues.get(0).norm();
            if (eigenvalues.get(i).getRealPart() > 0 && another) {
                double[] direction = InverseIteration.direction(jacobian, n, eigenvalues.get(i), i);
                double nudge = NUDGE * (1 + Vector.maxNorm(state)) / Vector.maxNorm(direction);
                starts.add(Vector.moved(state, nudge, direction));
                if (!symmetries.turns(state, direction)) {
                    starts.add(Vector.moved(state, -nudge, direction));
                }
            }
        }
        return starts;
    }

    FixedPoints result() {
        Completeness completeness = completeness();
        roots.joinCurves();
        List<FixedPoint> points = new ArrayList<>();
        List<double[]> outside = new ArrayList<>();
        boolean continuum = roots.undecided() > MOST_UNDECIDED;
        boolean shown = false;
        for (Roots.Root root : roots.all()) {
            if (region.contains(root.state())) {
                // Degenerate roots are rare as isolated ones: so many are members of one family.
                if (continuum && Roots.isUndecided(root.verdict())) {
                    if (!shown) {
                        points.add(described(root.alongFamily()));
                    }
                    shown = true;
                    continue;
                }
                points.add(described(root));
            } else {
                outside.add(root.state());
            }
        }
        points.sort(Comparator.comparing(Equilibria::rank).thenComparing(Equilibria::fallingState));
        FixedPoints.Status status = !points.isEmpty()
                ? roots.isFull() ? FixedPoints.Status.TOO_MANY : FixedPoints.Status.FOUND
                : outside.isEmpty() ? FixedPoints.Status.NONE_CONVERGED : FixedPoints.Status.ONLY_OUTSIDE;
        return new FixedPoints(
                points,
                outside,
                status,
                starts,
                converged,
                symmetries.count(),
                system.totals(),
                completeness,
                notes(points));
    }

    private List<String> notes(List<FixedPoint> points) {
        List<String> notes = new ArrayList<>();
        for (String total : system.totals().told(system.system())) {
            notes.add("the flow conserves " + total.substring(0, total.lastIndexOf(" = "))
                    + ": fixed points form a continuous family, of which those with " + total + " are shown");
        }
        List<String> members = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).neutralModes() > 0) {
                members.add(Integer.toString(i + 1));
            }
        }
        if (!members.isEmpty()) {
            notes.add((members.size() == 1 ? "fixed point " : "fixed points ")
                    + String.join(", ", members)
                    + (members.size() == 1
                            ? ": one member of a continuous family of them is shown"
                            : ": one member each of continuous families of them is shown"));
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).stability() == Stability.UNDECIDED) {
                notes.add(
                        "fixed point " + (i + 1) + ": the rates beside it do not grow as the eigenvalues say, as where"
                                + " rates have a root or a kink; its stability is undecided");
            }
        }
        if (roots.isFull()) {
            notes.add("there may be more fixed points: no more than " + Roots.LARGEST_COUNT + " are kept");
        }
        return notes;
    }

    private FixedPoint described(Roots.Root root) {
        double residual = system.rates(root.state(), new double[system.length()]);
        return new FixedPoint(
                root.state(),
                residual,
                root.verdict().eigenvalues(),
                stability(root),
                root.verdict().neutralModes(),
                root.images().size(),
                phase(root.state()),
                system.observables(root.state()));
    }

    /** What eigenvalues say is only reported of rates that grow so. */
    private Stability stability(Roots.Root root) {
        Stability told = root.verdict().stability();
        return told.isDecided() && !growth.agrees(root.state(), root.verdict().eigenvalues())
                ? Stability.UNDECIDED
                : told;
    }

    private String phase(double[] state) {
        int place = system.phase(state);
        var phases = system.system().bound().system().phases();
        if (place >= 0) {
            return phases.get(place).name();
        }
        if (!phases.isEmpty()) {
            return "none";
        }
        if (symmetries.count() == 0) {
            return "fixed point";
        }
        return symmetries.asymmetry(state) <= 1e-6 * (1 + Vector.maxNorm(state)) ? "symmetric" : "broken";
    }

    private static int rank(FixedPoint point) {
        return switch (point.stability()) {
            case STABLE -> 0;
            case MARGINAL, UNDECIDED -> 1;
            case UNSTABLE -> 2;
        };
    }

    private static int fallingState(FixedPoint one, FixedPoint other) {
        for (int i = 0; i < one.state().length; i++) {
            int order = Double.compare(other.state()[i], one.state()[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

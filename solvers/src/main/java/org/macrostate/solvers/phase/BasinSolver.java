package org.macrostate.solvers.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.cycle.LimitCycle;
import org.macrostate.solvers.fixedpoint.ConservedTotals;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Integrates a family of starts until each has settled. A start has reached a stable fixed point when Newton's method
 * leads from the state to one close by, twice in a row and ever closer; the flow decides, root-finding only says that
 * nothing more can happen. Immutable.
 */
public final class BasinSolver {
    private static final double CLOSE = 1e-2;
    private static final double REACHED = 1e-12;
    private static final double SAME_CYCLE = 1e-4;
    private static final int STAGES = 40;

    private final List<ParameterAxis> axes;
    private final int count;
    private final CompiledSystem system;
    private final double[] parameters;
    private final IntFunction<double[]> start;
    private final FixedPointSearch search;
    private final ConservedTotals totals;
    private final Symmetries symmetries;
    private final PhysicalRegion region;

    /**
     * A family of starts.
     *
     * @param axes one or two
     * @param start the state of each start, by its place
     * @throws BadInput if there are no axes or more than two
     */
    public BasinSolver(
            CompiledSystem system, double[] parameters, List<ParameterAxis> axes, IntFunction<double[]> start) {
        if (axes.isEmpty() || axes.size() > 2) {
            throw new BadInput("basins need one or two ranges of starts, found " + axes.size());
        }
        this.axes = List.copyOf(axes);
        this.count = axes.stream().mapToInt(ParameterAxis::count).reduce(1, Math::multiplyExact);
        this.system = system;
        this.parameters = parameters.clone();
        this.start = start;
        this.search = FixedPointSearch.of(system);
        this.totals = search.totals(parameters);
        this.symmetries = search.symmetries(parameters);
        this.region = PhysicalRegion.of(system.bound(), parameters);
    }

    /** How many starts there are. */
    public int count() {
        return count;
    }

    /** Where a start went. For all threads. */
    public BasinOutcome settled(int place) {
        double[] from = start.apply(place);
        return new Run(from).from(from);
    }

    /**
     * The basins.
     *
     * @param settled where each start went, as {@link #settled} says it
     */
    public Basins basins(IntFunction<BasinOutcome> settled) {
        List<BasinOutcome> outcomes =
                IntStream.range(0, count).mapToObj(settled).toList();
        return numbered(outcomes, new TotalsFamily(system, parameters, totals));
    }

    private Basins numbered(List<BasinOutcome> settled, TotalsFamily family) {
        List<FixedPoint> attractors = new ArrayList<>();
        List<LimitCycle> cycles = new ArrayList<>();
        int[] reached = new int[settled.size()];
        for (int i = 0; i < reached.length; i++) {
            BasinOutcome one = settled.get(i);
            reached[i] = one.state()
                    .map(state -> number(attractors, state, family))
                    .or(() -> one.cycle().map(cycle -> Basins.CYCLE - number(cycles, cycle)))
                    .orElse(one.otherwise());
        }
        return new Basins(
                axes,
                attractors,
                cycles,
                reached,
                settled.stream().mapToDouble(BasinOutcome::time).toArray(),
                Stream.concat(family.notes(attractors).stream(), symmetries.bound().stream())
                        .toList());
    }

    private static int number(List<FixedPoint> attractors, FixedPoint state, TotalsFamily totals) {
        for (int i = 0; i < attractors.size(); i++) {
            FixedPoint known = attractors.get(i);
            boolean same = SameState.are(state.state(), known.state());
            boolean family = known.neutralModes() > 0
                    && known.neutralModes() == state.neutralModes()
                    && Spectrum.same(known.eigenvalues(), state.eigenvalues());
            if (same || family || totals.joins(known.state(), state.state())) {
                return i;
            }
        }
        attractors.add(state);
        return attractors.size() - 1;
    }

    private static int number(List<LimitCycle> cycles, LimitCycle cycle) {
        for (int i = 0; i < cycles.size(); i++) {
            LimitCycle known = cycles.get(i);
            double size = 1 + Math.max(Vector.maxNorm(known.most()), Vector.maxNorm(known.least()));
            if (Vector.distance(known.most(), cycle.most()) <= SAME_CYCLE * size
                    && Vector.distance(known.least(), cycle.least()) <= SAME_CYCLE * size) {
                return i;
            }
        }
        cycles.add(cycle);
        return cycles.size() - 1;
    }

    private final class Run {
        private final SystemAt at;
        private final FixedPointSearch held;

        /** With the totals that a start has, which its trajectory keeps. */
        Run(double[] start) {
            this.at = new SystemAt(system, parameters);
            this.held = totals.isEmpty() ? search : search.withTotals(totals.through(start));
        }

        BasinOutcome from(double[] start) {
            if (!region.contains(start)) {
                return BasinOutcome.none(Basins.IMPOSSIBLE);
            }
            SettlingRun run = new SettlingRun(at, start);
            double last = Double.POSITIVE_INFINITY;
            for (int i = 0; i < STAGES; i++) {
                Trajectory.Status status = run.advance();
                if (status != Trajectory.Status.COMPLETED) {
                    return BasinOutcome.none(
                            switch (status) {
                                case TOO_MANY_STEPS, UNDETERMINED -> Basins.UNDECIDED;
                                case LEFT_DOMAIN -> Basins.LEAVES_DOMAIN;
                                case DIVERGED, STOPPED, CROSSED, COMPLETED -> Basins.DIVERGES;
                            });
                }
                Optional<FixedPoint> near = near(run.state(), start);
                double distance = near.map(point -> Vector.distance(point.state(), run.state()))
                        .orElse(Double.POSITIVE_INFINITY);
                if (distance < last / 2 && Double.isFinite(last) || distance <= REACHED) {
                    return new BasinOutcome(near, Optional.empty(), 0, run.time());
                }
                last = distance;
                Optional<LimitCycle> cycle = near.isEmpty() ? run.cycle() : Optional.empty();
                if (cycle.isPresent()) {
                    return new BasinOutcome(Optional.empty(), cycle, 0, run.time());
                }
            }
            return BasinOutcome.none(Basins.UNDECIDED);
        }

        /** The stable fixed point close by that Newton's method leads to, itself and not an image of it. */
        private Optional<FixedPoint> near(double[] state, double[] start) {
            double rates = at.rates(state, new double[state.length]);
            double before = at.rates(start, new double[start.length]);
            if (rates > CLOSE * (before + 1e-300) && rates > 1e-6) {
                return Optional.empty();
            }
            FixedPoints found = held.refine(parameters, List.of(state), symmetries, region, false);
            double size = 1 + Vector.maxNorm(state);
            return found.stable().stream()
                    .map(point -> image(point, state))
                    .filter(point -> Vector.distance(point.state(), state) <= CLOSE * size)
                    .findFirst();
        }

        /** Symmetric images are one fixed point of a search but several states that can be reached. */
        private FixedPoint image(FixedPoint point, double[] state) {
            double distance = CLOSE * (1 + Vector.maxNorm(state));
            double[] nearest = symmetries.imagesNear(point.state(), state, distance).stream()
                    .min(java.util.Comparator.comparingDouble(image -> Vector.distance(image, state)))
                    .orElse(point.state());
            return Arrays.equals(nearest, point.state())
                    ? point
                    : new FixedPoint(
                            nearest,
                            point.residual(),
                            point.eigenvalues(),
                            point.stability(),
                            point.neutralModes(),
                            point.images(),
                            point.phase(),
                            at.observables(nearest),
                            point.multiplicity());
        }
    }
}

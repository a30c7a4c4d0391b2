package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.nonlinear.ArclengthIterator;
import org.macrostate.solvers.nonlinear.Vector;

/** Follows the branches of one diagram: those through the fixed points that are found, and those that cross them. */
final class BranchSearch {
    /** Parts of the range at which fixed points are sought: no round ones, as bifurcations are often at round values. */
    private static final double[] PROBES = {0.0073, 0.2719, 0.5237, 0.7613, 0.9931};

    static final double MIDDLE = PROBES[2];

    private static final double FIRST = 1e-6;
    private static final int PROBING_STEPS = 8;
    private static final double SAME = 1e-6;

    /** Of a branch, in units of its points. */
    private static final double SHORTEST = 0.03;

    /** Times the rounding of eigenvalues. */
    private static final double FAR = 1e6;

    private final FixedPointSearch search;
    private final BranchLimits limits;
    private final ContinuationProblem problem;
    private final Symmetries symmetries;
    private final KnownBranches known;
    private final KeptBranches kept;
    private final List<BranchStart> resting = new ArrayList<>();
    private final Set<String> bounds = new LinkedHashSet<>();

    /** @param known to which branches are added */
    BranchSearch(
            FixedPointSearch search,
            BranchLimits limits,
            ContinuationProblem problem,
            Symmetries symmetries,
            KnownBranches known,
            KeptBranches kept) {
        this.search = search;
        this.limits = limits;
        this.problem = problem;
        this.symmetries = symmetries;
        this.known = known;
        this.kept = kept;
    }

    /**
     * Follows the branches through the fixed points that are found, and what crosses them.
     *
     * @param only where the one branch begins that is asked for
     */
    void follow(Optional<double[]> only) {
        for (BranchStart start : only.map(this::starts).orElseGet(this::starts)) {
            BranchEquations equations =
                    new BranchEquations(problem, BranchEquations.unitsAt(start.state()), start.neutral());
            if (rests(start) || isFull()) {
                continue;
            }
            Optional<Trace> rest =
                    start.undecided() ? new ConstantBranch(equations).trace(start.state()) : Optional.empty();
            if (rest.isPresent()) {
                known.add(rest.get());
                resting.add(start);
            } else if (!known.contains(start.state(), start.part(), equations)) {
                BranchEquations inside =
                        equations.inside(symmetries.fixedSpace(start.state()), start.state(), start.part());
                Trace trace = kept.trace(inside, () -> new Tracer(inside, symmetries, limits)
                        .through(inside.point(start.state(), start.part())));
                known.add(trace);
                switched(trace);
            }
        }
    }

    private boolean isFull() {
        if (known.all().size() >= limits.mostBranches()) {
            known.leavesOut();
            return true;
        }
        return false;
    }

    /** Whether a state that never moves, or a family of such, is known already. */
    private boolean rests(BranchStart start) {
        return resting.stream()
                .anyMatch(known -> start.undecided()
                        && (known.neutral() > 0 && known.neutral() == start.neutral()
                                || Vector.distance(known.state(), start.state())
                                        <= SAME * (1 + Vector.maxNorm(start.state()))));
    }

    private List<BranchStart> starts(double[] state) {
        double[] parameters = problem.parameters(FIRST);
        return starts(0, FIRST, () -> search.refine(parameters, List.of(state), symmetries, problem.region(), false));
    }

    /** The most symmetric first: what branches off them is then known. */
    private List<BranchStart> starts() {
        List<BranchStart> starts = new ArrayList<>();
        for (int i = 0; i < PROBES.length; i++) {
            double part = PROBES[i];
            starts.addAll(starts(i, part, () -> search.counting().find(problem.parameters(part), symmetries)));
        }
        starts.sort(Comparator.comparingLong(BranchStart::images));
        return starts;
    }

    private List<BranchStart> starts(int place, double part, Supplier<FixedPoints> sought) {
        KeptBranches.FoundStarts starts = kept.starts(place, () -> {
            FixedPoints found = sought.get();
            return new KeptBranches.FoundStarts(
                    found.points().stream()
                            .map(point -> BranchStart.of(point, part))
                            .toList(),
                    found.bounds());
        });
        bounds.addAll(starts.bounds());
        return starts.starts();
    }

    /** Bounds of the searches for fixed points from which branches are followed, as far as they were reached. */
    Set<String> bounds() {
        return bounds;
    }

    /** Follows what crosses a branch, and what crosses that. */
    private void switched(Trace trace) {
        if (!limits.switches()) {
            return;
        }
        List<CriticalPoint> left = new ArrayList<>();
        for (CriticalPoint crossing : trace.critical()) {
            if (left.stream().noneMatch(other -> areImages(trace.equations(), crossing, other))) {
                left.add(crossing);
                SymmetricSwitch.directions(symmetries, trace.equations(), crossing)
                        .forEach(direction -> leave(trace.equations(), crossing, direction));
            }
        }
    }

    /** What leaves an image of a branch point are the images of what leaves it. */
    private boolean areImages(BranchEquations equations, CriticalPoint one, CriticalPoint other) {
        return SymmetricSwitch.areImages(
                symmetries, equations, one.state().point(), other.state().point());
    }

    /** Both ways along a direction, in the states that have the symmetries of both the branch point and the direction. */
    private void leave(BranchEquations from, CriticalPoint crossing, double[] critical) {
        SymmetricSwitch symmetric =
                SymmetricSwitch.of(symmetries, from, crossing.state().point(), critical);
        BranchEquations along = symmetric.equations();
        double[] direction = symmetric.direction();
        double[] origin = symmetric.origin();
        BranchSwitch leave = new BranchSwitch(along);
        double[] back = Vector.moved(new double[direction.length], -1, direction);
        Optional<double[]> ahead = leave.from(origin, direction);
        Optional<double[]> behind = leave.from(origin, back);
        if (isSimple(crossing)
                && ahead.isEmpty()
                && behind.isEmpty()
                && leave.fails(origin, direction)
                && leave.fails(origin, back)) {
            known.cannotLeave(crossing.state().part());
        }
        if (ahead.isEmpty() && behind.isEmpty()
                || isFull()
                || Stream.of(ahead, behind).flatMap(Optional::stream).allMatch(p -> isKnown(p, along))) {
            return;
        }
        BranchEquations equations = leavingEquations(crossing, ahead.orElseGet(behind::orElseThrow), along);
        Optional<double[]> after = ahead.filter(p -> !leadsToKnown(crossing, p, equations));
        Optional<double[]> before = behind.filter(p -> !leadsToKnown(crossing, p, equations));
        if (after.isPresent() || before.isPresent()) {
            Optional<UnaryOperator<double[]>> mirror =
                    before.flatMap(to -> after.flatMap(point -> mirror(equations, crossing, point, to)));
            Trace crossed = kept.trace(
                    equations, () -> new Tracer(equations, symmetries, limits).across(crossing, before, after, mirror));
            if (isPhysical(crossed)) {
                known.add(crossed);
                switched(crossed);
            }
        }
    }

    /** Not where every arm leaves the physical region as soon as its distance from a state at the edge is no rounding. */
    private static boolean isPhysical(Trace crossed) {
        boolean leaves = Stream.of(crossed.begin(), crossed.end())
                .allMatch(end -> end == BranchEnd.PHYSICAL_LIMIT || end == BranchEnd.BRANCH_POINT);
        return !leaves
                || crossed.states().stream()
                        .anyMatch(state -> Vector.distance(
                                        state.point(),
                                        crossed.origin().orElseThrow().state().point())
                                > SHORTEST * Math.max(1, Vector.maxNorm(state.point())));
    }

    /** A symmetry that keeps a branch point and takes a point of one arm to that of the other. */
    private Optional<UnaryOperator<double[]>> mirror(
            BranchEquations equations, CriticalPoint crossing, double[] after, double[] before) {
        double[] units = equations.units();
        boolean oneUnit = Arrays.stream(units).allMatch(unit -> unit == units[0]);
        if (!oneUnit
                || equations.neutral() > 0
                || Math.abs(after[after.length - 1] - before[before.length - 1]) > SAME) {
            return Optional.empty();
        }
        double[] centre = equations.state(crossing.state().point());
        return symmetries
                .between(equations.state(after), equations.state(before))
                .filter(symmetry ->
                        Vector.distance(symmetry.apply(centre), centre) <= SAME * (1 + Vector.maxNorm(centre)));
    }

    /** Whether one eigenvalue passes zero there, far from the others. */
    private static boolean isSimple(CriticalPoint crossing) {
        BranchState state = crossing.state();
        return crossing.multiplicity() == 1
                && crossing.directions().size() == 1
                && state.eigenvalues().stream()
                                .filter(value -> value.norm() <= FAR * state.zero())
                                .count()
                        == 1;
    }

    private boolean isKnown(double[] point, BranchEquations equations) {
        return known.contains(equations.state(point), point[point.length - 1], equations);
    }

    /**
     * The arms of a branch may belong to a continuous family where the branch they leave does not; that shows some way
     * from the branch point only.
     */
    private BranchEquations leavingEquations(CriticalPoint crossing, double[] first, BranchEquations equations) {
        double[] point = ahead(crossing, first, equations);
        double[] parameters = problem.parameters(point[point.length - 1]);
        List<double[]> candidate = List.of(equations.state(point));
        int neutral = search.refine(parameters, candidate, symmetries, problem.region(), false).points().stream()
                .mapToInt(FixedPoint::neutralModes)
                .findFirst()
                .orElse(equations.neutral());
        return neutral == equations.neutral() ? equations : new BranchEquations(problem, equations.units(), neutral);
    }

    /** Beside a branch point where several branches meet a point may be taken for one of another; some way from it not. */
    private boolean leadsToKnown(CriticalPoint crossing, double[] first, BranchEquations equations) {
        return isKnown(first, equations) || isKnown(ahead(crossing, first, equations), equations);
    }

    /** A few steps on along a branch that leaves a branch point. */
    private double[] ahead(CriticalPoint crossing, double[] first, BranchEquations equations) {
        double[] way = Vector.moved(first, -1, crossing.state().point());
        double[] ahead = Vector.moved(new double[way.length], 1 / Vector.norm(way), way);
        double[] point = first;
        ArclengthIterator<BranchState, BranchEnd> steps =
                new BranchCurve(equations, Optional.empty(), equations.at(first, ahead)).steps(limits);
        for (int i = 0; i < PROBING_STEPS && steps.hasNext(); i++) {
            point = steps.next().to().point();
        }
        return point;
    }
}

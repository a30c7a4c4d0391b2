package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.fixedpoint.ConservedTotals;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.StateUnits;
import org.macrostate.solvers.nonlinear.ArclengthIterator;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Computes branch diagrams: every branch through the fixed points that are found near the ends of the range and between,
 * and every branch that crosses one of these. Immutable.
 */
public final class BranchDiagramSolver {
    /** Parts of the range at which fixed points are sought: no round ones, as bifurcations are often at round values. */
    private static final double[] PROBES = {0.0073, 0.2719, 0.5237, 0.7613, 0.9931};

    private static final double FIRST = 1e-6;
    private static final int STARTS = 24;
    private static final int PROBING_STEPS = 8;
    private static final double SAME = 1e-6;

    /** Times the rounding of eigenvalues. */
    private static final double FAR = 1e6;

    private final FixedPointSearch search;
    private final BranchLimits limits;
    private final Optional<double[]> only;

    private BranchDiagramSolver(FixedPointSearch search, BranchLimits limits, Optional<double[]> only) {
        this.search = search;
        this.limits = limits;
        this.only = only;
    }

    /** With 24 random starts at each of five parameters, and seed 1. */
    public static BranchDiagramSolver of(CompiledSystem system) {
        return new BranchDiagramSolver(
                FixedPointSearch.of(system).withStarts(STARTS), BranchLimits.USUAL, Optional.empty());
    }

    public BranchDiagramSolver withSeed(long seed) {
        return new BranchDiagramSolver(search.withSeed(seed), limits, only);
    }

    /** With values of conserved totals, as {@link FixedPointSearch#withTotals(String, double[])}. */
    public BranchDiagramSolver withTotals(String text, double[] parameters) {
        return new BranchDiagramSolver(search.withTotals(text, parameters), limits, only);
    }

    /** With other bounds on the work. */
    public BranchDiagramSolver withLimits(BranchLimits bounds) {
        return new BranchDiagramSolver(search, bounds, only);
    }

    /**
     * Of one branch only, and of what leaves it.
     *
     * @param state n, from which Newton's method leads to a fixed point of the branch at the first value of the range
     */
    public BranchDiagramSolver withStart(double[] state) {
        return new BranchDiagramSolver(search, limits, Optional.of(state.clone()));
    }

    /**
     * The branches over a range of a parameter.
     *
     * @param set values of other parameters by name; those not named have their defaults
     * @throws org.macrostate.equations.BadInput if a parameter is unknown or leaves its domain
     */
    public BranchDiagram solve(Map<String, Double> set, ParameterRange range) {
        double[] middle = new ContinuationProblem(search.system(), set, range).parameters(PROBES[2]);
        StateUnits units = search.units(middle);
        if (units.isOne()) {
            return solved(set, range).told();
        }
        FixedPointSearch scaled = search.withTotals(search.totals(middle)).in(units);
        Solved solved = new BranchDiagramSolver(scaled, limits, only.map(units::scaled)).solved(set, range);
        BranchDiagram diagram = solved.diagram().unscaled(units);
        // units of the middle need not be those of the ends
        if (solved.isCut() || diagram.whole() && !diagram.branches().isEmpty()) {
            return new Solved(diagram, solved.isCut()).told();
        }
        Solved plain = solved(set, range);
        return new Solved(plain.diagram().whole() ? plain.diagram() : diagram, plain.isCut()).told();
    }

    /** A diagram, and whether the time limit ended the work. */
    private record Solved(BranchDiagram diagram, boolean isCut) {
        /** The diagram, when nothing is left to be done with it. */
        BranchDiagram told() {
            if (isCut) {
                TimeLimit.goOnStopping();
            }
            return diagram;
        }
    }

    private Solved solved(Map<String, Double> set, ParameterRange range) {
        ContinuationProblem free = new ContinuationProblem(search.system(), set, range);
        ConservedTotals totals = search.totals(free.parameters(PROBES[2]));
        ContinuationProblem problem = free.withTotals(totals);
        Symmetries symmetries = search.symmetries(problem.parameters(PROBES[2]));
        KnownBranches known = new KnownBranches(symmetries);
        List<Start> resting = new ArrayList<>();
        boolean isCut = TimeLimit.cuts(() -> follow(problem, symmetries, known, resting));
        DiagramAssembly assembly = new DiagramAssembly(range, known.all());
        List<String> told = totals.told(search.system()).stream()
                .map(total -> "the flow conserves " + total.substring(0, total.lastIndexOf(" = "))
                        + ": branches are those with " + total)
                .toList();
        List<String> bounds = new ArrayList<>();
        if (known.isFull()) {
            bounds.add("the diagram may lack branches: no more than " + limits.mostBranches()
                    + " are followed unless --max-branches says so");
        }
        for (double part : known.notLeft()) {
            bounds.add("the diagram may lack a branch: what crosses at the branch point at " + range.parameter() + " = "
                    + (float) range.value(part) + " could not be followed");
        }
        if (isCut) {
            bounds.add("the diagram may lack branches: the time limit was reached when "
                    + known.all().size() + " were followed");
        }
        return new Solved(assembly.diagram(told, bounds), isCut);
    }

    private void follow(ContinuationProblem problem, Symmetries symmetries, KnownBranches known, List<Start> resting) {
        for (Start start : starts(problem, symmetries)) {
            BranchEquations equations =
                    new BranchEquations(problem, BranchEquations.unitsAt(start.state()), start.neutral());
            if (rests(start, resting) || isFull(known)) {
                continue;
            }
            Optional<Trace> rest =
                    start.undecided() ? new ConstantBranch(equations).trace(start.state()) : Optional.empty();
            if (rest.isPresent()) {
                known.add(rest.get());
                resting.add(start);
            } else if (!known.contains(start.state(), start.part(), equations)) {
                Trace trace =
                        new Tracer(equations, symmetries, limits).through(equations.point(start.state(), start.part()));
                known.add(trace);
                switched(trace, known, problem, symmetries);
            }
        }
    }

    private boolean isFull(KnownBranches known) {
        if (known.all().size() >= limits.mostBranches()) {
            known.leavesOut();
            return true;
        }
        return false;
    }

    /** Whether a state that never moves, or a family of such, is known already. */
    private static boolean rests(Start start, List<Start> resting) {
        return resting.stream()
                .anyMatch(known -> start.undecided()
                        && (known.neutral() > 0 && known.neutral() == start.neutral()
                                || Vector.distance(known.state(), start.state())
                                        <= SAME * (1 + Vector.maxNorm(start.state()))));
    }

    /** A fixed point a part of the way along the range. */
    private record Start(double[] state, double part, int neutral, long images, boolean undecided) {}

    /** The most symmetric first: what branches off them is then known. */
    private List<Start> starts(ContinuationProblem problem, Symmetries symmetries) {
        List<Start> starts = new ArrayList<>();
        if (only.isPresent()) {
            double[] parameters = problem.parameters(FIRST);
            for (FixedPoint point : search.refine(parameters, List.of(only.get()), symmetries, problem.region(), false)
                    .points()) {
                starts.add(start(point, FIRST));
            }
            return starts;
        }
        for (double part : PROBES) {
            for (FixedPoint point :
                    search.find(problem.parameters(part), symmetries).points()) {
                starts.add(start(point, part));
            }
        }
        starts.sort(Comparator.comparingLong(Start::images));
        return starts;
    }

    private static Start start(FixedPoint point, double part) {
        return new Start(
                point.state(),
                part,
                point.neutralModes(),
                point.images(),
                !point.stability().isDecided());
    }

    /** Follows what crosses a branch, and what crosses that. */
    private void switched(Trace trace, KnownBranches known, ContinuationProblem problem, Symmetries symmetries) {
        if (!limits.switches()) {
            return;
        }
        BranchSwitch leave = new BranchSwitch(trace.equations());
        for (CriticalPoint crossing : trace.critical()) {
            for (double[] direction : crossing.directions()) {
                double[] back = Vector.moved(new double[direction.length], -1, direction);
                Optional<double[]> ahead = leave.from(crossing, direction);
                Optional<double[]> behind = leave.from(crossing, back);
                if (isSimple(crossing)
                        && ahead.isEmpty()
                        && behind.isEmpty()
                        && leave.fails(crossing, direction)
                        && leave.fails(crossing, back)) {
                    known.cannotLeave(crossing.state().part());
                }
                if (ahead.isEmpty() && behind.isEmpty() || isFull(known)) {
                    continue;
                }
                BranchEquations equations =
                        leavingEquations(crossing, ahead.orElseGet(behind::orElseThrow), trace, problem, symmetries);
                Optional<double[]> after = ahead.filter(p -> !isKnown(p, equations, known));
                Optional<double[]> before = behind.filter(p -> !isKnown(p, equations, known));
                if (after.isPresent() || before.isPresent()) {
                    Trace crossed = new Tracer(equations, symmetries, limits).across(crossing, before, after);
                    known.add(crossed);
                    switched(crossed, known, problem, symmetries);
                }
            }
        }
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

    private static boolean isKnown(double[] point, BranchEquations equations, KnownBranches known) {
        return known.contains(equations.state(point), point[point.length - 1], equations);
    }

    /**
     * The arms of a branch may belong to a continuous family where the branch they leave does not; that shows some way
     * from the branch point only.
     */
    private BranchEquations leavingEquations(
            CriticalPoint crossing, double[] first, Trace trace, ContinuationProblem problem, Symmetries symmetries) {
        BranchEquations equations = trace.equations();
        double[] way = Vector.moved(first, -1, crossing.state().point());
        double[] ahead = Vector.moved(new double[way.length], 1 / Vector.norm(way), way);
        double[] point = first;
        ArclengthIterator<BranchState, BranchEnd> steps =
                new BranchCurve(equations, Optional.empty(), equations.at(first, ahead)).steps(limits);
        for (int i = 0; i < PROBING_STEPS && steps.hasNext(); i++) {
            point = steps.next().to().point();
        }
        double[] parameters = problem.parameters(point[point.length - 1]);
        List<double[]> candidate = List.of(equations.state(point));
        int neutral = search.refine(parameters, candidate, symmetries, problem.region(), false).points().stream()
                .mapToInt(FixedPoint::neutralModes)
                .findFirst()
                .orElse(equations.neutral());
        return neutral == equations.neutral() ? equations : new BranchEquations(problem, equations.units(), neutral);
    }
}

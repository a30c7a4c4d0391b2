package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.fixedpoint.ConservedTotals;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.StateUnits;

/**
 * Computes branch diagrams: every branch through the fixed points that are found near the ends of the range and between,
 * and every branch that crosses one of these. Immutable.
 */
public final class BranchDiagramSolver {
    private static final int STARTS = 24;

    /** Of the pieces of one diagram. */
    private static final int STAGES = 2;

    private final FixedPointSearch search;
    private final BranchLimits limits;
    private final Optional<double[]> only;
    private final KeptCheckpoints kept;

    private BranchDiagramSolver(
            FixedPointSearch search, BranchLimits limits, Optional<double[]> only, KeptCheckpoints kept) {
        this.search = search;
        this.limits = limits;
        this.only = only;
        this.kept = kept;
    }

    /** With 24 random starts at each of five parameters, and seed 1. */
    public static BranchDiagramSolver of(CompiledSystem system) {
        return new BranchDiagramSolver(
                FixedPointSearch.of(system).withStarts(STARTS),
                BranchLimits.USUAL,
                Optional.empty(),
                KeptCheckpoints.NONE);
    }

    public BranchDiagramSolver withSeed(long seed) {
        return new BranchDiagramSolver(search.withSeed(seed), limits, only, kept);
    }

    /** With values of conserved totals, as {@link FixedPointSearch#withTotals(String, double[])}. */
    public BranchDiagramSolver withTotals(String text, double[] parameters) {
        return new BranchDiagramSolver(search.withTotals(text, parameters), limits, only, kept);
    }

    /** With other bounds on the work. */
    public BranchDiagramSolver withLimits(BranchLimits bounds) {
        return new BranchDiagramSolver(search, bounds, only, kept);
    }

    /**
     * Of one branch only, and of what leaves it.
     *
     * @param state n, from which Newton's method leads to a fixed point of the branch at the first value of the range
     */
    public BranchDiagramSolver withStart(double[] state) {
        return new BranchDiagramSolver(search, limits, Optional.of(state.clone()), kept);
    }

    /**
     * Takes the branches that are kept, and keeps those that it follows.
     *
     * @param pieces of the same question only
     */
    public BranchDiagramSolver keeping(KeptCheckpoints pieces) {
        return new BranchDiagramSolver(search, limits, only, pieces);
    }

    /**
     * The branches over a range of a parameter.
     *
     * @param set values of other parameters by name; those not named have their defaults
     * @throws org.macrostate.equations.BadInput if a parameter is unknown or leaves its domain
     */
    public BranchDiagram solve(Map<String, Double> set, ParameterRange range) {
        double[] middle = new ContinuationProblem(search.system(), set, range).parameters(BranchSearch.MIDDLE);
        StateUnits units = search.units(middle);
        if (units.isOne()) {
            return solved(set, range, 0).told();
        }
        FixedPointSearch scaled = search.withTotals(search.totals(middle)).in(units);
        Solved solved = new BranchDiagramSolver(scaled, limits, only.map(units::scaled), kept).solved(set, range, 0);
        BranchDiagram diagram = solved.diagram().unscaled(units);
        // units of the middle need not be those of the ends
        if (solved.isCut() || diagram.whole() && !diagram.branches().isEmpty()) {
            return new Solved(diagram, solved.isCut()).told();
        }
        Solved plain = solved(set, range, STAGES);
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

    /** @param stage the first one of its pieces */
    private Solved solved(Map<String, Double> set, ParameterRange range, int stage) {
        ContinuationProblem free = new ContinuationProblem(search.system(), set, range);
        ConservedTotals totals = search.totals(free.parameters(BranchSearch.MIDDLE));
        ContinuationProblem problem = free.withTotals(totals);
        Symmetries symmetries = search.symmetries(problem.parameters(BranchSearch.MIDDLE));
        KnownBranches known = new KnownBranches(symmetries);
        BranchSearch branches =
                new BranchSearch(search, limits, problem, symmetries, known, new KeptBranches(kept, stage));
        boolean isCut = TimeLimit.cuts(() -> branches.follow(only));
        DiagramAssembly assembly = new DiagramAssembly(
                range,
                known.all(),
                new Isotropies(symmetries, search.system().bound().state()));
        List<String> told = new ArrayList<>(totals.told(search.system()).stream()
                .map(total -> "the flow conserves " + total.substring(0, total.lastIndexOf(" = "))
                        + ": branches are those with " + total)
                .toList());
        branches.bounds()
                .forEach(bound ->
                        told.add("branches are followed from fixed points, of which some may be missing: " + bound));
        List<String> bounds = new ArrayList<>();
        if (known.isFull()) {
            bounds.add("the diagram may lack branches: no more than " + limits.mostBranches()
                    + " are followed unless --max-branches says so");
        }
        for (double part : known.notLeft()) {
            bounds.add("the diagram may lack a branch: what crosses at the branch point at " + range.parameter() + " = "
                    + (float) range.value(part) + " could not be followed");
        }
        symmetries.bound().ifPresent(bounds::add);
        if (isCut) {
            bounds.add("the diagram may lack branches: the work was ended, by a time limit or an interrupt, when "
                    + known.all().size() + " were followed");
        }
        return new Solved(assembly.diagram(told, bounds), isCut);
    }
}

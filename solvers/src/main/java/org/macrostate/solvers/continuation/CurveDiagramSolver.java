package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Follows the bifurcations of a branch diagram in a second parameter. Immutable. */
public final class CurveDiagramSolver {
    private static final int STAGE = 5;

    private final CompiledSystem system;
    private final long seed;
    private final CurveLimits limits;
    private final KeptCheckpoints kept;

    private CurveDiagramSolver(CompiledSystem system, long seed, CurveLimits limits, KeptCheckpoints kept) {
        this.system = system;
        this.seed = seed;
        this.limits = limits;
        this.kept = kept;
    }

    public static CurveDiagramSolver of(CompiledSystem system) {
        return new CurveDiagramSolver(system, 1, CurveLimits.USUAL, KeptCheckpoints.NONE);
    }

    public CurveDiagramSolver withSeed(long value) {
        return new CurveDiagramSolver(system, value, limits, kept);
    }

    /** With other bounds on the work. */
    public CurveDiagramSolver withLimits(CurveLimits bounds) {
        return new CurveDiagramSolver(system, seed, bounds, kept);
    }

    /** Takes the diagrams at other values of the second parameter that are kept, and keeps others. */
    public CurveDiagramSolver keeping(KeptCheckpoints pieces) {
        return new CurveDiagramSolver(system, seed, limits, pieces);
    }

    /**
     * The curves through the bifurcations at the present value of the second parameter, or, if that is outside the range
     * or there are none, at a few other values.
     *
     * @param set values of parameters by name; others have their defaults
     * @param diagram the branches at these values over the range of the first parameter
     * @throws BadInput if a parameter is unknown, leaves its domain, or is both
     */
    public CurveDiagram solve(Map<String, Double> set, BranchDiagram diagram, ParameterRange q) {
        ParameterRange p = diagram.range();
        List<CurveFollowing> begun = new ArrayList<>();
        boolean isCut = TimeLimit.cuts(() -> {
            CurveFollowing work =
                    new CurveFollowing(system, set, p, q, limits, (probe, value) -> branches(set, p, q, probe, value));
            begun.add(work);
            work.follow(diagram);
        });
        CurveDiagram found = begun.stream()
                .findFirst()
                .map(CurveFollowing::diagram)
                .orElseGet(() -> new CurveDiagram(p, q, List.of(), List.of(), List.of()));
        if (isCut) {
            TimeLimit.goOnStopping();
            return found.noting("curves may be lacking: the work was ended, by a time limit or an interrupt, when "
                    + (found.curves().size() == 1 ? "one was" : found.curves().size() + " were") + " followed");
        }
        return found;
    }

    private BranchDiagram branches(
            Map<String, Double> set, ParameterRange p, ParameterRange q, int probe, double value) {
        Optional<BranchDiagram> known = kept.find(BranchDiagram.class, STAGE, probe);
        if (known.isPresent()) {
            return known.get();
        }
        Map<String, Double> moved = new LinkedHashMap<>(set);
        moved.put(q.parameter(), value);
        BranchDiagram diagram = BranchDiagramSolver.of(system).withSeed(seed).solve(moved, p);
        if (!Thread.currentThread().isInterrupted()) {
            kept.keep(STAGE, probe, diagram);
        }
        return diagram;
    }
}

package org.macrostate.solvers.continuation;

import java.util.OptionalInt;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * What bounds the work on curves in two parameters. A bound that is reached is told in the notes.
 *
 * @param mostCurves curves that are followed at most
 * @param probes values of the second parameter beside its present one at which bifurcations are sought; as many as cost
 *     little if empty
 */
public record CurveLimits(int mostCurves, OptionalInt probes) {
    /** 200 curves; three other values where that takes no longer than the rest of the command. */
    public static final CurveLimits USUAL = new CurveLimits(200, OptionalInt.empty());

    /** At so many other values bifurcations are sought where nobody says how many. */
    static final int PROBES = 3;

    /** Points of branches times the square of the number of equations. */
    private static final double MOST_WORK = 40_000;

    private static final double[] FIRST = {0.5123, 0.1071, 0.8931};
    private static final double GOLDEN = 0.6180339887498949;

    /** A part of the second range, 0 to 1: no round one, as bifurcations are often at round values, and far from those before. */
    static double probe(int number) {
        return number < FIRST.length ? FIRST[number] : (FIRST[0] + (number + 1) * GOLDEN) % 1;
    }

    /** At how many other values bifurcations are sought. */
    int probes(CompiledSystem system, BranchDiagram diagram) {
        double points = diagram.branches().stream()
                .mapToInt(branch -> branch.points().size())
                .sum();
        boolean isSmall = points * system.length() * system.length() <= MOST_WORK;
        return probes.orElse(isSmall ? PROBES : 0);
    }

    /** Whether they are sought at fewer than usual though nobody said so. */
    boolean leavesOut(int number) {
        return probes.isEmpty() && number < PROBES;
    }
}

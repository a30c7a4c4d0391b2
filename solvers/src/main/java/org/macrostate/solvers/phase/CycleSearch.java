package org.macrostate.solvers.phase;

import java.util.List;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;

/** Whether runs that leave unstable fixed points end on a stable limit cycle, in systems of few equations. Immutable. */
final class CycleSearch {
    private static final int MOST_STARTS = 3;
    private static final double NUDGE = 1e-2;
    private static final int STAGES = 17;

    private final CompiledSystem system;
    private final double[] parameters;

    CycleSearch(CompiledSystem system, double[] parameters) {
        this.system = system;
        this.parameters = parameters;
    }

    /** From beside the first few of the points. */
    boolean isReached(List<FixedPoint> points) {
        if (system.length() > SettlingRun.MOST_TURNING) {
            return false;
        }
        PhysicalRegion region = PhysicalRegion.of(system.bound(), parameters);
        return points.stream()
                .limit(MOST_STARTS)
                .map(point -> beside(point.state()))
                .filter(region::contains)
                .anyMatch(this::isReachedFrom);
    }

    /** Whether {@link #isReached} left something out. */
    boolean isBounded(List<FixedPoint> points) {
        return system.length() > SettlingRun.MOST_TURNING || points.size() > MOST_STARTS;
    }

    /** What is told of points at which {@link #isBounded} holds. */
    static String bound(int points) {
        return "limit cycles were not looked for from every fixed point at " + points
                + (points == 1 ? " point" : " points") + " without a stable one: from the first " + MOST_STARTS
                + " only, in systems of more than " + SettlingRun.MOST_TURNING
                + " equations from none; what is undecided or divergent there may have one";
    }

    private static double[] beside(double[] state) {
        double[] start = state.clone();
        double size = NUDGE * (1 + Vector.maxNorm(state));
        for (int i = 0; i < start.length; i++) {
            start[i] += size * Math.cos(1.0 + 2 * i);
        }
        return start;
    }

    private boolean isReachedFrom(double[] start) {
        SettlingRun run = new SettlingRun(new SystemAt(system, parameters), start);
        for (int i = 0; i < STAGES && run.advance() == Trajectory.Status.COMPLETED; i++) {
            if (run.cycle().isPresent()) {
                return true;
            }
        }
        return false;
    }
}

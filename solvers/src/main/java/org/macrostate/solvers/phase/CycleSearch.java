package org.macrostate.solvers.phase;

import java.util.List;
import org.macrostate.solvers.cycle.CycleFinder;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;
import org.macrostate.solvers.fixedpoint.SystemAt;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;

/** Whether runs that leave unstable fixed points end on a stable limit cycle, in systems of few equations. Immutable. */
final class CycleSearch {
    private static final int LARGEST = 12;
    private static final int MOST_STARTS = 3;
    private static final double NUDGE = 1e-2;
    private static final double FAR = 1e6;
    private static final int FIRST_TURNS = 6;
    private static final int STAGES = 17;
    private static final int EVALUATIONS = 100_000;

    private final CompiledSystem system;
    private final double[] parameters;

    CycleSearch(CompiledSystem system, double[] parameters) {
        this.system = system;
        this.parameters = parameters;
    }

    /** From beside the first few of the points. */
    boolean isReached(List<FixedPoint> points) {
        if (system.length() > LARGEST) {
            return false;
        }
        PhysicalRegion region = PhysicalRegion.of(system.bound(), parameters);
        return points.stream()
                .limit(MOST_STARTS)
                .map(point -> beside(point.state()))
                .filter(region::contains)
                .anyMatch(this::isReachedFrom);
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
        SystemAt at = new SystemAt(system, parameters);
        double moves = at.rates(start, new double[start.length]) / (1 + Vector.maxNorm(start));
        double stage = 1 / Math.max(Math.max(Vector.maxNorm(at.jacobian(start)), moves), Double.MIN_NORMAL);
        Integration integration = Integration.with(Tolerances.DEFAULT)
                .by(Integration.Method.LEAN)
                .withMaxEvaluations(EVALUATIONS)
                .stoppingWhen((t, state) -> Vector.maxNorm(state) > FAR);
        double[] state = start;
        for (int i = 0; i < STAGES; i++, stage *= 2) {
            Trajectory course = integration.integrate(TrajectoryProblem.fromZero(system, parameters, state, stage));
            if (!course.completed()) {
                return false;
            }
            state = course.states()[course.states().length - 1];
            if (i >= FIRST_TURNS
                    && i % 2 == 0
                    && new CycleFinder(system, parameters)
                            .attracting(state, stage)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}

package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.fixedpoint.Vector;

/** Follows the solutions of a defining system to both ends, and notes the points of codimension two on the way. */
final class CurveTracer {
    private static final double FIRST_STEP = 0.01;
    private static final double LONGEST_STEP = 0.05;
    private static final double SHORTEST_STEP = 1e-7;
    private static final double SHARPEST_BEND = 0.9;
    private static final double GENTLE_BEND = 0.995;
    private static final int MOST_STEPS = 1000;
    private static final int BISECTIONS = 40;
    private static final int STEPS_BEFORE_CLOSING = 5;
    private static final double AT_BOUND = 1e-6;

    private final int n;

    CurveTracer(int n) {
        this.n = n;
    }

    /** A curve as it was followed; solutions in order along it. */
    record Traced(
            DefiningSystem system, List<double[]> solutions, List<CurveMark> marks, CurveEnd begin, CurveEnd end) {}

    /** The curve through a solution; empty if the start is none. */
    Optional<Traced> through(DefiningSystem system, double[] start) {
        double[] across = new double[start.length];
        across[n + 1] = 1;
        Optional<double[]> first = new CurveStep(system).corrected(start, across);
        if (first.isEmpty() || Vector.distance(first.get(), start) > 1e-3) {
            return Optional.empty();
        }
        double[] y = system.normalised(first.get());
        DefiningSystem here = system.near(y);
        double[] tangent = new CurveStep(here).tangent(y, across);
        Arm forward = follow(here, y, tangent);
        if (forward.end() == CurveEnd.CLOSED) {
            List<double[]> closed = new ArrayList<>(List.of(y));
            closed.addAll(forward.solutions());
            return Optional.of(new Traced(here, closed, forward.marks(), CurveEnd.CLOSED, CurveEnd.CLOSED));
        }
        Arm backward = follow(here, y, Vector.moved(new double[y.length], -1, tangent));
        List<double[]> solutions = new ArrayList<>(backward.solutions());
        Collections.reverse(solutions);
        solutions.add(y);
        solutions.addAll(forward.solutions());
        List<CurveMark> marks = new ArrayList<>(backward.marks());
        marks.addAll(forward.marks());
        return Optional.of(new Traced(here, solutions, marks, backward.end(), forward.end()));
    }

    private record Arm(List<double[]> solutions, List<CurveMark> marks, CurveEnd end) {}

    private Arm follow(DefiningSystem first, double[] start, double[] startTangent) {
        DefiningSystem system = first;
        double[] y = start;
        double[] tangent = startTangent;
        double step = FIRST_STEP;
        List<double[]> solutions = new ArrayList<>();
        List<CurveMark> marks = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            CurveStep method = new CurveStep(system);
            Optional<double[]> next = method.corrected(Vector.moved(y, step, tangent), tangent);
            double[] turned = next.isPresent() ? method.tangent(next.get(), tangent) : tangent;
            double bend = next.isPresent() ? Vector.dot(turned, tangent) : -1;
            if (!(bend > SHARPEST_BEND)) {
                step /= 2;
                if (step < SHORTEST_STEP) {
                    return new Arm(solutions, marks, atBound(y) ? CurveEnd.PARAMETER_BOUND : CurveEnd.NOT_CONVERGED);
                }
                continue;
            }
            Optional<CurveEnd> end = end(system, next.get());
            if (end.isPresent()) {
                double[] before = y;
                last(method, system, y, tangent, step)
                        .filter(solution -> Vector.distance(solution, before) > SHORTEST_STEP)
                        .ifPresent(solutions::add);
                if (end.get() == CurveEnd.CODIMENSION_TWO) {
                    new CurveMarks(system, method)
                            .within(y, tangent, step).stream().findFirst().ifPresent(marks::add);
                }
                return new Arm(solutions, marks, end.get());
            }
            marks.addAll(new CurveMarks(system, method).within(y, tangent, step));
            solutions.add(next.get());
            if (i >= STEPS_BEFORE_CLOSING && closes(start, startTangent, y, tangent, step)) {
                return new Arm(solutions, marks, CurveEnd.CLOSED);
            }
            y = system.normalised(next.get());
            system = system.near(next.get());
            tangent = new CurveStep(system).tangent(y, turned);
            step = Math.min(LONGEST_STEP * Math.max(1, Vector.maxNorm(y)), bend > GENTLE_BEND ? 1.6 * step : step);
        }
        return new Arm(solutions, marks, CurveEnd.TOO_LONG);
    }

    private Optional<CurveEnd> end(DefiningSystem system, double[] y) {
        if (y[n] < 0 || y[n] > 1 || y[n + 1] < 0 || y[n + 1] > 1) {
            return Optional.of(CurveEnd.PARAMETER_BOUND);
        }
        if (!system.holds(y)) {
            return Optional.of(system.kind() == Bifurcation.Kind.HOPF ? CurveEnd.CODIMENSION_TWO : CurveEnd.UNFOLDED);
        }
        return system.problem().isPhysical(y) ? Optional.empty() : Optional.of(CurveEnd.PHYSICAL_LIMIT);
    }

    private boolean atBound(double[] y) {
        return Math.min(y[n], y[n + 1]) < AT_BOUND || Math.max(y[n], y[n + 1]) > 1 - AT_BOUND;
    }

    /** The last solution on the step before the curve ends, as near to the end as bisection tells. */
    private Optional<double[]> last(
            CurveStep method, DefiningSystem system, double[] y, double[] tangent, double step) {
        double inside = 0;
        double outside = step;
        Optional<double[]> last = Optional.empty();
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (inside + outside) / 2;
            Optional<double[]> tried = method.corrected(Vector.moved(y, middle, tangent), tangent);
            if (tried.isPresent() && end(system, tried.get()).isEmpty()) {
                inside = middle;
                last = tried;
            } else {
                outside = middle;
            }
        }
        return last;
    }

    /** Whether the start lies on the step, passed in the same direction; critical vectors may have changed sign. */
    private boolean closes(double[] start, double[] startTangent, double[] y, double[] tangent, double step) {
        double[] way = Arrays.copyOf(Vector.moved(start, -1, y), n + 2);
        double[] ahead = Arrays.copyOf(tangent, n + 2);
        double[] began = Arrays.copyOf(startTangent, n + 2);
        double length = Vector.norm(ahead);
        double along = Vector.dot(way, ahead) / length;
        return along > 0
                && along <= step * length * 1.01
                && Vector.dot(ahead, began) > 0.8 * length * Vector.norm(began)
                && Vector.norm(way) <= 1.1 * along + 1e-9;
    }
}

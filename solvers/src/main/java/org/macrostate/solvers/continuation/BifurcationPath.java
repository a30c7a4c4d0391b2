package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.ArclengthIterator;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.SolutionCurve;
import org.macrostate.solvers.nonlinear.StepControl;
import org.macrostate.solvers.nonlinear.Vector;

/** The solutions of a defining system followed to both ends, with the points of codimension two on the way. */
final class BifurcationPath implements SolutionCurve<CurveSolution, CurveEnd> {
    private static final StepControl CONTROL = new StepControl(0.01, 0.05, 1e-7, 0.9, 0.995, 1.6, 1000);
    private static final int BISECTIONS = 40;
    private static final int STEPS_BEFORE_CLOSING = 5;
    private static final double AT_BOUND = 1e-6;
    private static final double FARTHEST_START = 1e-3;
    private static final double STEEP = 1e-3;
    private static final double ASIDE = 2e-3;
    private static final double AT_START = 1e-5;
    private static final double LEAST_UNIT = 1e-12;

    private final int n;
    private final CurveSolution start;
    private final List<CurveMark> marks = new ArrayList<>();
    private int steps;

    private BifurcationPath(int n, CurveSolution start) {
        this.n = n;
        this.start = start;
    }

    /** A curve as it was followed; solutions in order along it. */
    record Traced(
            DefiningSystem system, List<double[]> solutions, List<CurveMark> marks, CurveEnd begin, CurveEnd end) {}

    /**
     * The curve through a solution; empty if the start is none.
     *
     * @param as the point of codimension two that the start is, if it is one
     */
    static Optional<Traced> through(DefiningSystem system, double[] start, Optional<CodimensionTwo.Kind> as) {
        int n = system.problem().length();
        double[] across = across(system, start);
        Optional<double[]> first = system.newton().across(start, across);
        if (first.isEmpty() || Vector.distance(first.get(), start) > FARTHEST_START) {
            return Optional.empty();
        }
        CurveSolution origin = solution(system, first.get(), across);
        Arm forward = follow(n, origin);
        Arm backward = forward.end() == CurveEnd.CLOSED
                ? new Arm(List.of(), List.of(), CurveEnd.CLOSED)
                : follow(
                        n,
                        new CurveSolution(
                                origin.system(),
                                origin.point(),
                                Vector.moved(new double[start.length], -1, origin.tangent())));
        List<double[]> solutions = new ArrayList<>(backward.solutions());
        Collections.reverse(solutions);
        solutions.add(origin.point());
        solutions.addAll(forward.solutions());
        List<CurveMark> marks = new ArrayList<>(backward.marks());
        as.ifPresentOrElse(
                kind -> marks.add(new CurveMark(kind, origin.point())), () -> marks.addAll(atStart(n, origin)));
        marks.addAll(forward.marks());
        return Optional.of(new Traced(origin.system(), solutions, marks, backward.end(), forward.end()));
    }

    /** As what the start is of codimension two: it lies inside no step of either arm. */
    private static List<CurveMark> atStart(int n, CurveSolution origin) {
        BifurcationPath path = new BifurcationPath(n, origin);
        CurveSolution reversed = new CurveSolution(
                origin.system(), origin.point(), Vector.moved(new double[origin.point().length], -1, origin.tangent()));
        return path
                .step(reversed, ASIDE)
                .map(step -> solution(step.to().system(), step.to().point(), origin.tangent()))
                .filter(back -> path.end(back).isEmpty())
                .flatMap(back -> path.step(back, 3 * ASIDE))
                .filter(step -> path.end(step.to()).isEmpty())
                .map(step -> new CurveMarks(step).all())
                .orElse(List.of())
                .stream()
                .filter(mark ->
                        Vector.distance(Arrays.copyOf(mark.solution(), n + 2), Arrays.copyOf(origin.point(), n + 2))
                                <= AT_START)
                .toList();
    }

    /** The second parameter, which stays what it is; along a curve on which it hardly moves, the curve itself. */
    private static double[] across(DefiningSystem system, double[] start) {
        int size = start.length;
        double[] along = new SingularVectors(Arrays.copyOf(system.jacobian(start), size * size), size)
                .lastRight(1)
                .get(0);
        int second = system.problem().length() + 1;
        if (Math.abs(along[second]) > STEEP) {
            Arrays.fill(along, 0);
            along[second] = 1;
        }
        return along;
    }

    /**
     * The curve of Hopf points that begins at a Bogdanov–Takens point; empty if it cannot be followed. It is that point alone
     * where it leaves the ranges at once.
     *
     * @param start the unknowns there, nearly; the last one is 0
     */
    static Optional<Traced> fromDoubleZero(HopfSystem system, double[] start) {
        int n = system.problem().length();
        double[] across = new double[start.length];
        across[start.length - 1] = 1;
        Optional<double[]> first = system.newton().across(start, across);
        if (first.isEmpty() || Vector.distance(first.get(), start) > FARTHEST_START) {
            return Optional.empty();
        }
        double[] y = first.get();
        double[] ahead = system.newton().tangent(y, across);
        double kappa = ahead[ahead.length - 1];
        double others = Vector.norm(Arrays.copyOf(ahead, ahead.length - 1));
        double unit = system.unit() * Math.max(LEAST_UNIT, Math.min(1, kappa / others));
        if (!Double.isFinite(unit)) {
            return Optional.empty();
        }
        CurveSolution origin = solution(system.withUnit(unit), y, across);
        Arm forward = follow(n, origin);
        if (forward.solutions().isEmpty() && forward.end() == CurveEnd.NOT_CONVERGED) {
            return Optional.empty();
        }
        List<double[]> solutions = new ArrayList<>(List.of(origin.point()));
        solutions.addAll(forward.solutions());
        List<CurveMark> marks = new ArrayList<>();
        marks.add(new CurveMark(CodimensionTwo.Kind.BOGDANOV_TAKENS, origin.point()));
        marks.addAll(forward.marks());
        return Optional.of(new Traced(origin.system(), solutions, marks, CurveEnd.CODIMENSION_TWO, forward.end()));
    }

    private record Arm(List<double[]> solutions, List<CurveMark> marks, CurveEnd end) {}

    private static Arm follow(int n, CurveSolution start) {
        BifurcationPath path = new BifurcationPath(n, start);
        ArclengthIterator<CurveSolution, CurveEnd> iterator = new ArclengthIterator<>(path, CONTROL, start);
        List<double[]> solutions = new ArrayList<>();
        while (iterator.hasNext()) {
            solutions.add(iterator.next().to().point());
        }
        return new Arm(solutions, path.marks, iterator.end());
    }

    private static CurveSolution solution(DefiningSystem system, double[] y, double[] ahead) {
        double[] point = system.normalised(y);
        DefiningSystem here = system.near(y);
        return new CurveSolution(here, point, here.newton().tangent(point, ahead));
    }

    @Override
    public Optional<ArclengthStep<CurveSolution>> step(CurveSolution from, double length) {
        DefiningSystem system = from.system();
        return system.newton()
                .across(Vector.moved(from.point(), length, from.tangent()), from.tangent())
                .map(y -> new ArclengthStep<>(
                        from, new CurveSolution(system, y, system.newton().tangent(y, from.tangent())), length));
    }

    @Override
    public Taken<CurveSolution, CurveEnd> taken(ArclengthStep<CurveSolution> step) {
        steps++;
        Optional<CurveEnd> end = end(step.to());
        if (end.isPresent()) {
            Optional<ArclengthStep<CurveSolution>> last = last(step);
            last.ifPresent(inside -> marks.addAll(new CurveMarks(inside).all()));
            if (end.get() == CurveEnd.CODIMENSION_TWO) {
                new CurveMarks(step).end().ifPresent(marks::add);
            }
            return Taken.last(last, end.get());
        }
        marks.addAll(new CurveMarks(step).all());
        CurveSolution on =
                solution(step.to().system(), step.to().point(), step.to().tangent());
        ArclengthStep<CurveSolution> renewed = new ArclengthStep<>(step.from(), on, step.length());
        return steps > STEPS_BEFORE_CLOSING && closes(step)
                ? Taken.last(Optional.of(renewed), CurveEnd.CLOSED)
                : Taken.on(renewed);
    }

    @Override
    public CurveEnd endExhausted(CurveSolution solution) {
        double[] y = solution.point();
        boolean atBound = Math.min(y[n], y[n + 1]) < AT_BOUND || Math.max(y[n], y[n + 1]) > 1 - AT_BOUND;
        return atBound ? CurveEnd.PARAMETER_BOUND : CurveEnd.NOT_CONVERGED;
    }

    @Override
    public CurveEnd endTooLong() {
        return CurveEnd.TOO_LONG;
    }

    private Optional<CurveEnd> end(CurveSolution solution) {
        double[] y = solution.point();
        DefiningSystem system = solution.system();
        if (y[n] < 0 || y[n] > 1 || y[n + 1] < 0 || y[n + 1] > 1) {
            return Optional.of(CurveEnd.PARAMETER_BOUND);
        }
        if (!system.holds(y)) {
            return Optional.of(system.kind() == Bifurcation.Kind.HOPF ? CurveEnd.CODIMENSION_TWO : CurveEnd.UNFOLDED);
        }
        return system.problem().isPhysical(y) ? Optional.empty() : Optional.of(CurveEnd.PHYSICAL_LIMIT);
    }

    /** The last solution on the step before the curve ends, as near to the end as bisection tells. */
    private Optional<ArclengthStep<CurveSolution>> last(ArclengthStep<CurveSolution> step) {
        double inside = 0;
        double outside = step.length();
        Optional<ArclengthStep<CurveSolution>> last = Optional.empty();
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (inside + outside) / 2;
            Optional<ArclengthStep<CurveSolution>> tried = step(step.from(), middle);
            if (tried.isPresent() && end(tried.get().to()).isEmpty()) {
                inside = middle;
                last = tried;
            } else {
                outside = middle;
            }
        }
        return last.filter(s -> Vector.distance(s.to().point(), s.from().point()) > CONTROL.shortest());
    }

    /** Whether the start lies on the step, passed in the same direction; critical vectors may have changed sign. */
    private boolean closes(ArclengthStep<CurveSolution> step) {
        double[] way = Arrays.copyOf(Vector.moved(start.point(), -1, step.from().point()), n + 2);
        double[] ahead = Arrays.copyOf(step.from().tangent(), n + 2);
        double[] began = Arrays.copyOf(start.tangent(), n + 2);
        double length = Vector.norm(ahead);
        double along = Vector.dot(way, ahead) / length;
        return along > 0
                && along <= step.length() * length * 1.01
                && Vector.dot(ahead, began) > 0.8 * length * Vector.norm(began)
                && Vector.norm(way) <= 1.1 * along + 1e-9;
    }
}

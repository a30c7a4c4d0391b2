package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Vector;

/** Follows the bifurcations of a branch diagram in a second parameter. Immutable. */
public final class CurveDiagramSolver {
    /** Where else in the second range bifurcations are sought if there are none at its present value. */
    private static final double[] PROBES = {0.5123, 0.1071, 0.8931};

    private static final double SAME = 1e-4;

    private final CompiledSystem system;
    private final long seed;

    private CurveDiagramSolver(CompiledSystem system, long seed) {
        this.system = system;
        this.seed = seed;
    }

    public static CurveDiagramSolver of(CompiledSystem system) {
        return new CurveDiagramSolver(system, 1);
    }

    public CurveDiagramSolver withSeed(long value) {
        return new CurveDiagramSolver(system, value);
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
        List<Work> begun = new ArrayList<>();
        boolean isCut = TimeLimit.cuts(() -> {
            Work work = new Work(set, p, q);
            begun.add(work);
            work.follow(diagram);
        });
        CurveDiagram found = begun.stream()
                .findFirst()
                .map(Work::diagram)
                .orElseGet(() -> new CurveDiagram(p, q, List.of(), List.of(), List.of()));
        if (isCut) {
            TimeLimit.goOnStopping();
            return found.noting("curves may be lacking: the time limit was reached when "
                    + (found.curves().size() == 1 ? "one was" : found.curves().size() + " were") + " followed");
        }
        return found;
    }

    private final class Work {
        private final Map<String, Double> set;
        private final ParameterRange p;
        private final ParameterRange q;
        private final Symmetries symmetries;
        private final List<BifurcationCurve> curves = new ArrayList<>();
        private final List<BifurcationPath.Traced> traces = new ArrayList<>();
        private final TreeSet<String> notes = new TreeSet<>();

        Work(Map<String, Double> set, ParameterRange p, ParameterRange q) {
            this.set = set;
            this.p = p;
            this.q = q;
            PlaneProblem problem = new PlaneProblem(system, set, p, q, 1);
            double[] middle = new double[problem.length() + 2];
            Arrays.fill(middle, 0.5237);
            this.symmetries = org.macrostate.solvers.fixedpoint.FixedPointSearch.of(system)
                    .symmetries(problem.parameters(middle));
        }

        /** At the present value of the second parameter; if nothing is there, at others. */
        void follow(BranchDiagram diagram) {
            double present = present();
            if (present >= q.from() && present <= q.to()) {
                diagram.bifurcations().forEach(b -> follow(b, present));
            }
            for (int i = 0; i < PROBES.length && curves.isEmpty(); i++) {
                double value = q.value(PROBES[i]);
                Map<String, Double> moved = new LinkedHashMap<>(set);
                moved.put(q.parameter(), value);
                BranchDiagramSolver.of(system)
                        .withSeed(seed)
                        .solve(moved, p)
                        .bifurcations()
                        .forEach(b -> follow(b, value));
            }
        }

        CurveDiagram diagram() {
            return new CurveDiagram(p, q, curves, points(), List.copyOf(notes));
        }

        double present() {
            double[] parameters = system.bound().parameters().with(set);
            return parameters[q.positions(system.bound().parameters()).get(0)];
        }

        void follow(Bifurcation bifurcation, double qValue) {
            if (bifurcation.multiplicity() > 1) {
                notes.add("a " + bifurcation.kind().text() + " at which " + bifurcation.multiplicity()
                        + " eigenvalues pass together was not followed in " + q.parameter());
                return;
            }
            PlaneProblem problem = new PlaneProblem(system, set, p, q, 1 + Vector.maxNorm(bifurcation.state()));
            double[] point = problem.point(bifurcation.state(), bifurcation.parameter(), qValue);
            if (traces.stream().anyMatch(trace -> isOn(trace, bifurcation, qValue))) {
                return;
            }
            Optional<BifurcationPath.Traced> traced = traced(problem, bifurcation, point);
            if (traced.isEmpty()) {
                notes.add("a " + bifurcation.kind().text() + " at " + p.parameter() + " = " + bifurcation.parameter()
                        + " could not be followed in " + q.parameter());
                return;
            }
            traces.add(traced.get());
            noteEnd(traced.get(), traced.get().begin(), traced.get().solutions().get(0));
            List<double[]> solutions = traced.get().solutions();
            noteEnd(traced.get(), traced.get().end(), solutions.get(solutions.size() - 1));
            curves.add(curve(curves.size() + 1, traced.get()));
        }

        private void noteEnd(BifurcationPath.Traced trace, CurveEnd end, double[] last) {
            if (end == CurveEnd.NOT_CONVERGED || end == CurveEnd.TOO_LONG) {
                PlaneProblem problem = trace.system().problem();
                notes.add("a curve of " + trace.system().kind().text() + "s could not be followed beyond "
                        + p.parameter() + " = " + (float) problem.pValue(last) + ", " + q.parameter() + " = "
                        + (float) problem.qValue(last) + ": " + end.text());
            }
        }

        private Optional<BifurcationPath.Traced> traced(PlaneProblem problem, Bifurcation bifurcation, double[] point) {
            return switch (bifurcation.kind()) {
                case FOLD -> {
                    double[] start = FoldSystem.start(problem, point);
                    yield BifurcationPath.through(FoldSystem.of(problem, start), start);
                }
                case BRANCH_POINT -> {
                    double[] start = BranchPointCurve.start(problem, point);
                    yield BifurcationPath.through(BranchPointCurve.of(problem, start), start);
                }
                case HOPF -> {
                    double[] start = HopfSystem.start(problem, point, bifurcation.frequency());
                    yield BifurcationPath.through(HopfSystem.of(problem, start, bifurcation.frequency()), start);
                }
                case BORDER_FOLD, BORDER_COLLISION -> Optional.empty();
            };
        }

        /** Whether a curve, or a symmetric image of it, passes through a bifurcation. */
        private boolean isOn(BifurcationPath.Traced trace, Bifurcation bifurcation, double qValue) {
            PlaneProblem problem = trace.system().problem();
            int length = problem.length() + 2;
            return trace.system().kind() == bifurcation.kind()
                    && symmetries.orbit(bifurcation.state()).stream()
                            .map(image -> problem.point(image, bifurcation.parameter(), qValue))
                            .anyMatch(point -> {
                                for (int i = 1; i < trace.solutions().size(); i++) {
                                    double[] one =
                                            Arrays.copyOf(trace.solutions().get(i - 1), length);
                                    double[] other =
                                            Arrays.copyOf(trace.solutions().get(i), length);
                                    double chord = Vector.norm(Vector.moved(other, -1, one));
                                    double way = Vector.norm(Vector.moved(point, -1, one))
                                            + Vector.norm(Vector.moved(point, -1, other));
                                    if (way <= 1.01 * chord + SAME) {
                                        return true;
                                    }
                                }
                                return false;
                            });
        }

        private BifurcationCurve curve(int number, BifurcationPath.Traced trace) {
            PlaneProblem problem = trace.system().problem();
            List<BifurcationCurve.Point> points = trace.solutions().stream()
                    .map(y -> new BifurcationCurve.Point(
                            problem.pValue(y),
                            problem.qValue(y),
                            problem.state(y),
                            CurveMarks.unstable(trace.system(), y)))
                    .toList();
            return new BifurcationCurve(number, trace.system().kind(), points, trace.begin(), trace.end());
        }

        /** Marks of all curves; one that lies on several curves is one point. */
        private List<CodimensionTwo> points() {
            List<CodimensionTwo> points = new ArrayList<>();
            for (int i = 0; i < traces.size(); i++) {
                PlaneProblem problem = traces.get(i).system().problem();
                for (CurveMark mark : traces.get(i).marks()) {
                    CodimensionTwo point = new CodimensionTwo(
                            mark.kind(),
                            List.of(i + 1),
                            problem.pValue(mark.solution()),
                            problem.qValue(mark.solution()),
                            problem.state(mark.solution()));
                    join(points, point);
                }
            }
            // Where a second eigenvalue is zero the normal form of the first is none.
            points.removeIf(point -> point.kind() == CodimensionTwo.Kind.CUSP
                    && points.stream().anyMatch(other -> other.kind() != point.kind() && near(other, point)));
            return points;
        }

        private void join(List<CodimensionTwo> points, CodimensionTwo point) {
            for (int i = 0; i < points.size(); i++) {
                CodimensionTwo known = points.get(i);
                if (known.kind() == point.kind() && near(known, point)) {
                    TreeSet<Integer> curves = new TreeSet<>(known.curves());
                    curves.addAll(point.curves());
                    points.set(
                            i,
                            new CodimensionTwo(known.kind(), List.copyOf(curves), known.p(), known.q(), known.state()));
                    return;
                }
            }
            points.add(point);
        }

        private boolean near(CodimensionTwo one, CodimensionTwo other) {
            double size = 1 + Vector.maxNorm(one.state());
            return Math.abs(one.p() - other.p()) <= SAME * (p.to() - p.from())
                    && Math.abs(one.q() - other.q()) <= SAME * (q.to() - q.from())
                    && symmetries.orbit(other.state()).stream()
                            .anyMatch(image -> Vector.distance(one.state(), image) <= SAME * size);
        }
    }
}

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
    private static final double SAME = 1e-4;
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
            return found.noting("curves may be lacking: the work was ended, by a time limit or an interrupt, when "
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
        private final TracedCurves traces;
        private final TreeSet<String> notes = new TreeSet<>();
        private int switched;

        Work(Map<String, Double> set, ParameterRange p, ParameterRange q) {
            this.set = set;
            this.p = p;
            this.q = q;
            PlaneProblem problem = new PlaneProblem(system, set, p, q, 1);
            double[] middle = new double[problem.length() + 2];
            Arrays.fill(middle, 0.5237);
            this.symmetries = org.macrostate.solvers.fixedpoint.FixedPointSearch.of(system)
                    .symmetries(problem.parameters(middle));
            this.traces = new TracedCurves(symmetries);
        }

        /**
         * From the present value of the second parameter, from others, and from what the curves of these meet: a curve does not
         * depend on where the second parameter stands.
         */
        void follow(BranchDiagram diagram) {
            double present = present();
            if (present >= q.from() && present <= q.to()) {
                diagram.bifurcations().forEach(b -> follow(b, present));
            }
            switchOn();
            int probes = limits.probes(system, diagram);
            int probed = 0;
            while ((probed < probes || curves.isEmpty() && limits.leavesOut(probed)) && !isFull()) {
                probe(probed);
                probed++;
            }
            if (!isFull() && limits.leavesOut(probed)) {
                notes.add("curves may be lacking that are not met from those at " + q.parameter() + " = "
                        + (float) present + ": in a system of this size bifurcations are sought at other values only if"
                        + " --probes says at how many, and each takes about as long as the diagram");
            }
        }

        /** What bifurcates at another value of the second parameter. */
        private void probe(int probe) {
            double value = q.value(CurveLimits.probe(probe));
            BranchDiagram diagram =
                    kept.find(BranchDiagram.class, STAGE, probe).orElseGet(() -> branches(probe, value));
            diagram.bifurcations().forEach(b -> follow(b, value));
            switchOn();
        }

        private BranchDiagram branches(int probe, double value) {
            Map<String, Double> moved = new LinkedHashMap<>(set);
            moved.put(q.parameter(), value);
            BranchDiagram diagram =
                    BranchDiagramSolver.of(system).withSeed(seed).solve(moved, p);
            if (!Thread.currentThread().isInterrupted()) {
                kept.keep(STAGE, probe, diagram);
            }
            return diagram;
        }

        CurveDiagram diagram() {
            List<CodimensionTwo> points = points();
            symmetries.bound().ifPresent(notes::add);
            return new CurveDiagram(p, q, curves, points, List.copyOf(notes));
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
            if (traces.passThrough(
                    bifurcation.kind(),
                    bifurcation.state(),
                    bifurcation.parameter(),
                    qValue,
                    bifurcation.frequency())) {
                return;
            }
            if (isFull()) {
                return;
            }
            Optional<BifurcationPath.Traced> traced =
                    CodimensionSwitch.through(bifurcation.kind(), problem, point, bifurcation.frequency());
            if (traced.isEmpty()) {
                notes.add("a " + bifurcation.kind().text() + " at " + p.parameter() + " = " + bifurcation.parameter()
                        + " could not be followed in " + q.parameter());
                return;
            }
            take(traced.get());
        }

        private boolean isFull() {
            if (curves.size() < limits.mostCurves()) {
                return false;
            }
            notes.add("there may be more curves: no more than " + limits.mostCurves()
                    + " are followed unless --max-curves says so");
            return true;
        }

        private void take(BifurcationPath.Traced traced) {
            traces.add(traced);
            List<double[]> solutions = traced.solutions();
            noteEnd(traced, traced.begin(), solutions.get(0));
            noteEnd(traced, traced.end(), solutions.get(solutions.size() - 1));
            curves.add(curve(curves.size() + 1, traced));
        }

        /** Curves of other kinds through the points of codimension two on those that were followed, and on these. */
        private void switchOn() {
            for (; switched < traces.all().size(); switched++) {
                BifurcationPath.Traced trace = traces.all().get(switched);
                for (CurveMark mark : trace.marks()) {
                    CodimensionSwitch.at(trace, mark).ifPresent(leave -> follow(leave, mark));
                }
            }
        }

        private void follow(CodimensionSwitch leave, CurveMark mark) {
            PlaneProblem problem = leave.problem();
            double pValue = problem.pValue(leave.point());
            double qValue = problem.qValue(leave.point());
            if (traces.passThrough(leave.kind(), problem.state(leave.point()), pValue, qValue, leave.frequency())) {
                return;
            }
            if (isFull()) {
                return;
            }
            leave.traced()
                    .ifPresentOrElse(
                            traced -> {
                                // One that leaves the ranges at once is none.
                                if (traced.solutions().size() > 1) {
                                    take(traced);
                                }
                            },
                            () -> notes.add("the curve of " + leave.kind().text() + "s of the "
                                    + mark.kind().text() + " point at " + p.parameter() + " = " + (float) pValue + ", "
                                    + q.parameter() + " = " + (float) qValue + " could not be followed"));
        }

        private void noteEnd(BifurcationPath.Traced trace, CurveEnd end, double[] last) {
            if (end == CurveEnd.NOT_CONVERGED || end == CurveEnd.TOO_LONG) {
                PlaneProblem problem = trace.system().problem();
                notes.add("a curve of " + trace.system().kind().text() + "s could not be followed beyond "
                        + p.parameter() + " = " + (float) problem.pValue(last) + ", " + q.parameter() + " = "
                        + (float) problem.qValue(last) + ": " + end.text());
            }
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
            List<BifurcationPath.Traced> all = traces.all();
            for (int i = 0; i < all.size(); i++) {
                PlaneProblem problem = all.get(i).system().problem();
                for (CurveMark mark : all.get(i).marks()) {
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
                    && symmetries.areImages(other.state(), one.state(), SAME * size);
        }
    }
}

package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.StateUnits;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Follows curves of bifurcations over two parameters, each once, with the curves of other kinds that their points of codimension
 * two belong to. Mutable: used once.
 */
final class CurveFollowing {
    private static final double SAME = 1e-4;

    /** In units in which numbers are ordinary. */
    private final CompiledSystem system;

    private final StateUnits units;
    private final CurveLimits limits;
    private final BranchesAt branches;
    private final Map<String, Double> set;
    private final ParameterRange p;
    private final ParameterRange q;
    private final Symmetries symmetries;
    private final List<BifurcationCurve> curves = new ArrayList<>();
    private final TracedCurves traces;
    private final TreeSet<String> notes = new TreeSet<>();
    private int switched;

    /** The branches at another value of the second parameter. */
    interface BranchesAt {
        /** @param probe number of the value, from 0 */
        BranchDiagram of(int probe, double value);
    }

    /** @throws org.macrostate.equations.BadInput if a parameter is unknown, leaves its domain, or is both */
    CurveFollowing(
            CompiledSystem system,
            Map<String, Double> set,
            ParameterRange p,
            ParameterRange q,
            CurveLimits limits,
            BranchesAt branches) {
        this.limits = limits;
        this.branches = branches;
        this.set = set;
        this.p = p;
        this.q = q;
        PlaneProblem problem = new PlaneProblem(system, set, p, q, 1);
        double[] middle = new double[problem.length() + 2];
        Arrays.fill(middle, 0.5237);
        double[] parameters = problem.parameters(middle);
        this.units = FixedPointSearch.of(system).units(parameters);
        this.system = system.in(units);
        this.symmetries = FixedPointSearch.of(this.system).symmetries(parameters);
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
        BranchDiagram diagram = branches.of(probe, value);
        diagram.bifurcations().forEach(b -> follow(b, value));
        switchOn();
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
        Bifurcation.Kind kind = bifurcation.kind();
        if (!follow(kind, bifurcation.state(), bifurcation.parameter(), qValue, bifurcation.frequency())) {
            notes.add("a " + kind.text() + " at " + p.parameter() + " = " + bifurcation.parameter()
                    + " could not be followed in " + q.parameter());
        }
    }

    /**
     * Follows a curve unless it was followed before.
     *
     * @param unscaled a state in the flow's own units, n
     * @param turning the frequency of the critical pair of a Hopf point; 0 for other kinds
     * @return whether there is nothing left to be done
     */
    boolean follow(Bifurcation.Kind kind, double[] unscaled, double pValue, double qValue, double turning) {
        double[] state = units.scaled(unscaled);
        double frequency = turning / units.rate();
        if (traces.passThrough(kind, state, pValue, qValue, frequency) || isFull()) {
            return true;
        }
        PlaneProblem problem = new PlaneProblem(system, set, p, q, 1 + Vector.maxNorm(state));
        Optional<BifurcationPath.Traced> traced =
                CodimensionSwitch.through(kind, problem, problem.point(state, pValue, qValue), frequency);
        traced.ifPresent(this::take);
        return traced.isPresent();
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
                        problem.pValue(y), problem.qValue(y), problem.state(y), CurveMarks.unstable(trace.system(), y)))
                .toList();
        return new BifurcationCurve(number, trace.system().kind(), points, trace.begin(), trace.end());
    }

    /** Marks of all curves; one that lies on several curves is one point. */
    List<CodimensionTwo> points() {
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
        return points.stream()
                .map(point -> new CodimensionTwo(
                        point.kind(), point.curves(), point.p(), point.q(), units.unscaled(point.state())))
                .toList();
    }

    private void join(List<CodimensionTwo> points, CodimensionTwo point) {
        for (int i = 0; i < points.size(); i++) {
            CodimensionTwo known = points.get(i);
            if (known.kind() == point.kind() && near(known, point)) {
                TreeSet<Integer> curves = new TreeSet<>(known.curves());
                curves.addAll(point.curves());
                points.set(
                        i, new CodimensionTwo(known.kind(), List.copyOf(curves), known.p(), known.q(), known.state()));
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

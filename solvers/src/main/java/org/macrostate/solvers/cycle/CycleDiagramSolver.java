package org.macrostate.solvers.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.BranchDiagram;
import org.macrostate.solvers.continuation.KeptCheckpoints;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.Symmetries;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.ArclengthIterator;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.InverseIteration;
import org.macrostate.solvers.nonlinear.StepControl;
import org.macrostate.solvers.nonlinear.Vector;

/** Follows the limit cycles that are born at Hopf points, to where they end. Immutable. */
public final class CycleDiagramSolver {
    private static final int INTERVALS = 24;
    private static final double[] AMPLITUDES = {0.02, 0.005, 0.001, 0.1};
    private static final double SAME = 1e-4;
    private static final StepControl CONTROL = new StepControl(0.01, 0.06, 1e-7, 0.9, 0.99, 1.5, 600);

    private static final int STAGE = 6;

    private final CompiledSystem system;
    private final KeptCheckpoints kept;

    private CycleDiagramSolver(CompiledSystem system, KeptCheckpoints kept) {
        this.system = system;
        this.kept = kept;
    }

    public static CycleDiagramSolver of(CompiledSystem system) {
        return new CycleDiagramSolver(system, KeptCheckpoints.NONE);
    }

    /** Takes the cycles that are kept, and keeps those that it follows. */
    public CycleDiagramSolver keeping(KeptCheckpoints pieces) {
        return new CycleDiagramSolver(system, pieces);
    }

    /** What became of the cycles of a Hopf point. */
    private record KeptCycles(Optional<CycleBranch> branch, List<String> notes) {}

    /**
     * The cycles of a diagram's Hopf points.
     *
     * @param set values of other parameters by name, those of the diagram
     */
    public CycleDiagram solve(Map<String, Double> set, BranchDiagram diagram) {
        Work work = new Work(set, diagram);
        boolean isCut = TimeLimit.cuts(work::follow);
        if (isCut) {
            work.notes.add("limit cycles may be lacking: the work was ended, by a time limit or an interrupt, when "
                    + (work.branches.size() == 1
                            ? "one curve of them was"
                            : work.branches.size() + " curves of them were")
                    + " followed");
        }
        CycleDiagram found = new CycleDiagram(work.branches, work.notes);
        if (isCut) {
            TimeLimit.goOnStopping();
        }
        return found;
    }

    /** The cycles found so far. */
    private final class Work {
        private final Map<String, Double> set;
        private final BranchDiagram diagram;
        private final ParameterRange range;
        private final double length;
        private final List<CycleBranch> branches = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Work(Map<String, Double> set, BranchDiagram diagram) {
            this.set = set;
            this.diagram = diagram;
            this.range = diagram.range();
            this.length = Math.abs(range.to() - range.from());
        }

        void follow() {
            Symmetries symmetries = FixedPointSearch.of(system).symmetries(middle(set, range));
            List<Bifurcation> tried = new ArrayList<>();
            List<Bifurcation> all = diagram.bifurcations(Bifurcation.Kind.HOPF);
            for (int i = 0; i < all.size(); i++) {
                Bifurcation hopf = all.get(i);
                boolean known = branches.stream()
                        .anyMatch(b ->
                                b.end() == CycleEnd.HOPF && Math.abs(b.limit() - hopf.parameter()) <= SAME * length);
                boolean image = tried.stream().anyMatch(other -> isImage(symmetries, other, hopf, length));
                if (!known && !image) {
                    tried.add(hopf);
                    follow(i, hopf);
                }
            }
            symmetries.bound().ifPresent(notes::add);
        }

        private void follow(int place, Bifurcation hopf) {
            KeptCycles cycles = kept.find(KeptCycles.class, STAGE, place).orElseGet(() -> {
                KeptCycles made = followed(hopf);
                TimeLimit.check();
                kept.keep(STAGE, place, made);
                return made;
            });
            cycles.branch().ifPresent(branches::add);
            notes.addAll(cycles.notes());
        }

        private KeptCycles followed(Bifurcation hopf) {
            String where = range.parameter() + " = " + (float) hopf.parameter();
            Optional<CycleState> first =
                    hopf.multiplicity() == 1 ? first(new CycleProblem(system, set, range), hopf) : Optional.empty();
            if (first.isEmpty()) {
                return new KeptCycles(
                        Optional.empty(),
                        List.of("the limit cycles of the Hopf point at " + where + " could not be followed"));
            }
            List<String> said = new ArrayList<>();
            CycleCurve curve = new CycleCurve(first.get());
            CycleBranch branch = CycleDiagramSolver.followed(branches.size() + 1, diagram, hopf, first.get(), curve);
            if (branch.end() == CycleEnd.NOT_CONVERGED || branch.end() == CycleEnd.TOO_LONG) {
                CyclePoint last = branch.points().get(branch.points().size() - 1);
                said.add("the limit cycles from the Hopf point at " + where + " were not followed beyond "
                        + range.parameter() + " = " + (float) last.parameter() + " (period " + (float) last.period()
                        + "): " + branch.end().text());
            }
            curve.doubtful().stream().distinct().forEach(step -> said.add(doubt(where, step)));
            return new KeptCycles(Optional.of(branch), said);
        }

        private String doubt(String where, ArclengthStep<CycleState> step) {
            return "the limit cycles from the Hopf point at " + where + " bifurcate between " + range.parameter()
                    + " = "
                    + (float) range.value(step.from().part()) + " and "
                    + (float) range.value(step.to().part())
                    + ", at a point that was not located";
        }
    }

    private double[] middle(Map<String, Double> set, ParameterRange range) {
        double[] parameters = system.bound().parameters().with(set);
        range.positions(system.bound().parameters())
                .forEach(position -> parameters[position] = (range.from() + range.to()) / 2);
        return parameters;
    }

    private static boolean isImage(Symmetries symmetries, Bifurcation one, Bifurcation other, double length) {
        double size = 1 + Vector.maxNorm(one.state());
        return Math.abs(one.parameter() - other.parameter()) <= SAME * length
                && symmetries.areImages(one.state(), other.state(), SAME * size);
    }

    private static CycleBranch followed(
            int number, BranchDiagram diagram, Bifurcation hopf, CycleState first, CycleCurve curve) {
        List<CyclePoint> points = new ArrayList<>(List.of(CyclePoint.of(first)));
        ArclengthIterator<CycleState, CycleEnd> steps = new ArclengthIterator<>(curve, CONTROL, first);
        while (steps.hasNext()) {
            points.add(CyclePoint.of(steps.next().to()));
        }
        CycleEnd end = steps.end();
        double last = points.get(points.size() - 1).parameter();
        double limit = end == CycleEnd.HOPF ? nearestHopf(diagram, points.get(points.size() - 1)) : last;
        return new CycleBranch(number, hopf.parameter(), points, curve.located(), end, limit);
    }

    /** The Hopf point at which a small cycle ends. */
    private static double nearestHopf(BranchDiagram diagram, CyclePoint last) {
        double best = last.parameter();
        double least = Double.POSITIVE_INFINITY;
        for (Bifurcation hopf : diagram.bifurcations(Bifurcation.Kind.HOPF)) {
            double distance = Math.abs(hopf.parameter() - last.parameter())
                            / Math.abs(diagram.range().to() - diagram.range().from())
                    + Math.abs(2 * Math.PI / hopf.frequency() / last.period() - 1);
            if (distance < least) {
                least = distance;
                best = hopf.parameter();
            }
        }
        return best;
    }

    /** A small cycle x + ε (a cos ωt + A a/ω sin ωt), where A² a = −ω² a. */
    private Optional<CycleState> first(CycleProblem problem, Bifurcation hopf) {
        int n = problem.length();
        double[] centre = hopf.state();
        double part = problem.part(hopf.parameter());
        problem.moveTo(part);
        double[] jacobian = problem.jacobian(centre);
        double frequency = hopf.frequency();
        double[] cosine = InverseIteration.direction(jacobian, n, new Complex(0, frequency), 0);
        double[] sine = Vector.moved(new double[n], 1 / frequency, Vector.times(jacobian, cosine));
        double size = Math.max(Vector.norm(cosine), Vector.norm(sine));
        double unit = 1 + Vector.maxNorm(centre);
        double period = 2 * Math.PI / frequency;
        CycleMesh mesh = CycleMesh.even(INTERVALS);
        double[] rest = new double[mesh.nodes() * n];
        double[] swing = new double[rest.length];
        for (int k = 0; k < mesh.nodes(); k++) {
            double angle = 2 * Math.PI * mesh.time(k);
            for (int e = 0; e < n; e++) {
                rest[k * n + e] = centre[e];
                swing[k * n + e] = (Math.cos(angle) * cosine[e] + Math.sin(angle) * sine[e]) / size;
            }
        }
        CycleEquations equations = new CycleEquations(problem, mesh, swing, unit, period);
        double[] still = equations.unknowns(rest, period, part);
        double[] way =
                Vector.unit(Vector.moved(equations.unknowns(Vector.moved(rest, unit, swing), period, part), -1, still));
        for (double amplitude : AMPLITUDES) {
            Optional<CycleState> found = equations
                    .newton()
                    .across(Vector.moved(still, amplitude, way), way)
                    .filter(y -> equations.part(y) > 0 && equations.part(y) < 1)
                    .map(y -> CycleState.of(equations, y, way))
                    .filter(CycleState::isFinite);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

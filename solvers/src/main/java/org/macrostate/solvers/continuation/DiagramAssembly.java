package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Makes the branches that were followed into a diagram in the user's coordinates, each bifurcation once.
 */
final class DiagramAssembly {
    private static final double SAME_PARAMETER = 1e-7;
    private static final double SAME_STATE = 1e-3;

    private final ParameterRange range;
    private final List<Trace> traces;

    private final Isotropies isotropies;

    DiagramAssembly(ParameterRange range, List<Trace> traces, Isotropies isotropies) {
        this.range = range;
        this.traces = traces;
        this.isotropies = isotropies;
    }

    /**
     * The diagram.
     *
     * @param told what is to be said and makes nothing doubtful
     * @param bounds what is to be said of bounds that were reached
     */
    BranchDiagram diagram(List<String> told, List<String> bounds) {
        List<Branch> branches = new ArrayList<>();
        List<Bifurcation> bifurcations = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            branches.add(branch(i + 1, trace));
            for (CriticalPoint point : trace.critical()) {
                Bifurcation bifurcation = bifurcation(i + 1, trace.equations(), point);
                if (bifurcations.stream().noneMatch(b -> same(b, bifurcation))) {
                    bifurcations.add(bifurcation);
                }
            }
        }
        List<String> notes = new ArrayList<>(bounds);
        for (int i = 0; i < traces.size(); i++) {
            notes.addAll(notes(i + 1, traces.get(i)));
        }
        boolean whole = notes.isEmpty();
        notes.addAll(0, told);
        return new BranchDiagram(range, branches, bifurcations, notes, whole);
    }

    private List<String> notes(int number, Trace trace) {
        List<String> notes = new ArrayList<>();
        end(number, trace.begin(), trace.states().get(0)).ifPresent(notes::add);
        end(number, trace.end(), trace.states().get(trace.states().size() - 1)).ifPresent(notes::add);
        for (ArclengthStep<BranchState> step : trace.doubtful()) {
            notes.add("branch " + number + ": between " + at(step.from()) + " and " + at(step.to())
                    + (step.from().unstable() == step.to().unstable()
                            ? " the branch may have jumped to another one, for its orientation changes"
                            : " the number of unstable eigenvalues changes from "
                                    + step.from().unstable() + " to "
                                    + step.to().unstable())
                    + ", and no bifurcation was located");
        }
        return notes;
    }

    private Optional<String> end(int number, BranchEnd end, BranchState last) {
        return switch (end) {
            case NOT_CONVERGED ->
                Optional.of("branch " + number + " could not be followed beyond " + at(last)
                        + ": no step was short enough for Newton's method");
            case TOO_LONG ->
                Optional.of("branch " + number + " was not followed beyond " + at(last)
                        + ": it has more points than --max-steps allows");
            case PARAMETER_BOUND, PHYSICAL_LIMIT, BRANCH_POINT, CLOSED, UNBOUNDED -> Optional.empty();
        };
    }

    private String at(BranchState state) {
        return range.parameter() + " = " + (float) range.value(state.part());
    }

    private Branch branch(int number, Trace trace) {
        Set<double[]> marginal = new TreeSet<>(Arrays::compare);
        trace.critical().forEach(c -> marginal.add(c.state().point()));
        trace.origin().ifPresent(c -> marginal.add(c.state().point()));
        List<BranchPoint> points = new ArrayList<>();
        List<BranchState> states = trace.states();
        for (int i = 0; i < states.size(); i++) {
            boolean stable = states.get(i).unstable() == 0 && !states.get(i).isUndecided();
            if (marginal.contains(states.get(i).point())) {
                stable = stableBeside(states, marginal, i, -1) && stableBeside(states, marginal, i, 1);
            }
            points.add(point(trace.equations(), states.get(i), stable));
        }
        return new Branch(
                number, points, trace.begin(), trace.end(), trace.equations().neutral(), isotropies.of(trace));
    }

    private static boolean stableBeside(List<BranchState> states, Set<double[]> marginal, int from, int step) {
        int i = from;
        while (i >= 0 && i < states.size() && marginal.contains(states.get(i).point())) {
            i += step;
        }
        return i < 0
                || i >= states.size()
                || states.get(i).unstable() == 0 && !states.get(i).isUndecided();
    }

    private BranchPoint point(BranchEquations equations, BranchState state, boolean stable) {
        return new BranchPoint(
                range.value(state.part()),
                equations.state(state.point()),
                stable,
                state.eigenvalues(),
                equations.observables(state.point()));
    }

    private Bifurcation bifurcation(int branch, BranchEquations equations, CriticalPoint point) {
        return new Bifurcation(
                point.kind(),
                branch,
                point(equations, point.state(), false),
                point.symmetryBreaking(),
                point.frequency(),
                point.multiplicity(),
                lyapunov(equations, point),
                normalForm(equations, point),
                isotropies.leaving(equations, point, entered(point)),
                isotropies.imagesOf(equations.state(point.state().point())));
    }

    /** The branches that were entered at a branch point. */
    private List<Trace> entered(CriticalPoint point) {
        return traces.stream()
                .filter(trace -> trace.origin()
                        .filter(origin -> Arrays.equals(
                                origin.state().point(), point.state().point()))
                        .isPresent())
                .toList();
    }

    private static Optional<NormalForm> normalForm(BranchEquations equations, CriticalPoint point) {
        if (point.kind() == Bifurcation.Kind.HOPF
                || point.kind().isAtKink()
                || point.multiplicity() > 1
                || equations.neutral() > 0) {
            return Optional.empty();
        }
        double part = point.state().part();
        return NormalForm.of(
                x -> equations.stateJacobian(equations.point(x, part)),
                equations.state(point.state().point()),
                point.kind() == Bifurcation.Kind.FOLD);
    }

    private static double lyapunov(BranchEquations equations, CriticalPoint point) {
        if (point.kind() != Bifurcation.Kind.HOPF || point.multiplicity() > 1) {
            return Double.NaN;
        }
        double[] state = equations.state(point.state().point());
        double part = point.state().part();
        return new LyapunovCoefficient(x -> equations.stateJacobian(equations.point(x, part)), state)
                .at(point.frequency());
    }

    /** Of images on a branch that closes after having passed its images one bifurcation stands for all. */
    private boolean same(Bifurcation one, Bifurcation other) {
        double distance = SAME_STATE * (1 + Vector.maxNorm(one.state()));
        boolean isClosed =
                one.branch() == other.branch() && traces.get(one.branch() - 1).end() == BranchEnd.CLOSED;
        return one.kind() == other.kind()
                && Math.abs(one.parameter() - other.parameter()) <= SAME_PARAMETER * (range.to() - range.from())
                && (isClosed
                        ? isotropies.areImages(one.state(), other.state(), distance)
                        : Vector.distance(one.state(), other.state()) <= distance);
    }
}

package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.macrostate.solvers.nonlinear.Vector;

/** Makes the branches that were followed into a diagram in the user's coordinates, each bifurcation once. */
final class DiagramAssembly {
    private static final double SAME_PARAMETER = 1e-7;
    private static final double SAME_STATE = 1e-3;

    private final ParameterRange range;
    private final List<Trace> traces;

    DiagramAssembly(ParameterRange range, List<Trace> traces) {
        this.range = range;
        this.traces = traces;
    }

    BranchDiagram diagram() {
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
        return new BranchDiagram(range, branches, bifurcations);
    }

    private Branch branch(int number, Trace trace) {
        Set<double[]> marginal = Collections.newSetFromMap(new IdentityHashMap<>());
        trace.critical().forEach(c -> marginal.add(c.state().point()));
        trace.origin().ifPresent(c -> marginal.add(c.state().point()));
        List<BranchPoint> points = new ArrayList<>();
        List<BranchState> states = trace.states();
        for (int i = 0; i < states.size(); i++) {
            boolean stable = states.get(i).unstable() == 0;
            if (marginal.contains(states.get(i).point())) {
                stable = stableBeside(states, marginal, i, -1) && stableBeside(states, marginal, i, 1);
            }
            points.add(point(trace.equations(), states.get(i), stable));
        }
        return new Branch(
                number, points, trace.begin(), trace.end(), trace.equations().neutral());
    }

    private static boolean stableBeside(List<BranchState> states, Set<double[]> marginal, int from, int step) {
        int i = from;
        while (i >= 0 && i < states.size() && marginal.contains(states.get(i).point())) {
            i += step;
        }
        return i < 0 || i >= states.size() || states.get(i).unstable() == 0;
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
                lyapunov(equations, point));
    }

    private static double lyapunov(BranchEquations equations, CriticalPoint point) {
        if (point.kind() != Bifurcation.Kind.HOPF || point.multiplicity() > 1) {
            return Double.NaN;
        }
        double[] state = equations.state(point.state().point());
        double part = point.state().part();
        return new LyapunovCoefficient(x -> equations.stateJacobian(equations.point(x, part)), state).at(point.frequency());
    }

    private boolean same(Bifurcation one, Bifurcation other) {
        double size = 1 + Vector.maxNorm(one.state());
        return one.kind() == other.kind()
                && Math.abs(one.parameter() - other.parameter()) <= SAME_PARAMETER * (range.to() - range.from())
                && Vector.distance(one.state(), other.state()) <= SAME_STATE * size;
    }
}

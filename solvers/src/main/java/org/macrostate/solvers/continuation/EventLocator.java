package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.StepRoot;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Finds the bifurcations within a step: where the real part of an eigenvalue passes zero, counted so that several may
 * pass together, and where the parameter turns back. A pair ±λ of a neutral saddle passes nothing. At the very ends of
 * the range, where parameters may be on the edge of their domain, nothing can be told.
 */
final class EventLocator {
    private static final double TOGETHER = 1e-7;
    private static final double RESTING = 1e-9;
    private static final double ROTATING = 1e3;
    private static final double CLEAR = 100;
    private static final double AT_BOUND = 1e-9;
    private static final double CLOSE = 1e-10;
    private static final int TURN = -1;

    private final BranchEquations equations;
    private final CriticalModes modes;

    EventLocator(BranchEquations equations, CriticalModes modes) {
        this.equations = equations;
        this.modes = modes;
    }

    /** A root along a step, of the real part of one of the eigenvalues or, for {@link #TURN}, of the parameter's rise. */
    private record Root(double along, int eigenvalue) {}

    /** In order along the step. */
    List<CriticalPoint> within(ArclengthStep<BranchState> step) {
        List<Root> roots = roots(step);
        List<CriticalPoint> found = new ArrayList<>();
        for (int i = 0; i < roots.size(); ) {
            int next = i + 1;
            while (next < roots.size() && roots.get(next).along() - roots.get(i).along() <= TOGETHER) {
                next++;
            }
            named(step, roots.subList(i, next)).ifPresent(found::add);
            i = next;
        }
        return found;
    }

    private List<Root> roots(ArclengthStep<BranchState> step) {
        List<Root> roots = new ArrayList<>();
        int fewer = Math.min(step.from().unstable(), step.to().unstable());
        int more = Math.max(step.from().unstable(), step.to().unstable());
        for (int k = fewer; k < more; k++) {
            int eigenvalue = k;
            double along = root(
                    step,
                    s -> realPart(step, s, eigenvalue),
                    step.from().eigenvalues().get(k).getRealPart(),
                    step.to().eigenvalues().get(k).getRealPart());
            if (!Double.isNaN(along)) {
                roots.add(new Root(along, k));
            }
        }
        double before = step.from().rise();
        double after = step.to().rise();
        if (before * after < 0 && Math.max(Math.abs(before), Math.abs(after)) > RESTING) {
            roots.add(new Root(root(step, s -> at(step, s).rise(), before, after), TURN));
        }
        roots.sort(java.util.Comparator.comparingDouble(Root::along));
        return roots;
    }

    /** Where eigenvalues cannot be computed, as at some exactly singular matrices, they can be close by. */
    private double realPart(ArclengthStep<BranchState> step, double along, int eigenvalue) {
        double value = at(step, along).eigenvalues().get(eigenvalue).getRealPart();
        return Double.isNaN(value)
                ? at(step, along + CLOSE * step.length())
                        .eigenvalues()
                        .get(eigenvalue)
                        .getRealPart()
                : value;
    }

    /** Where a function passes zero; NaN if only rounding does. A step may begin or end on the spot. */
    private static double root(
            ArclengthStep<BranchState> step, UnivariateFunction function, double before, double after) {
        double nearer = Math.abs(before) < Math.abs(after) ? 0 : step.length();
        if (!(before * after < 0)) {
            double zero = Math.max(step.from().zero(), step.to().zero());
            boolean clear = Math.max(Math.abs(before), Math.abs(after)) > CLEAR * zero;
            return clear ? nearer : Double.NaN;
        }
        return StepRoot.of(function, step.length()).orElse(nearer);
    }

    private BranchState at(ArclengthStep<BranchState> step, double along) {
        double[] ahead = step.from().tangent();
        double[] predicted = Vector.moved(step.from().point(), along, ahead);
        return equations.at(equations.corrected(predicted, ahead).orElse(predicted), ahead);
    }

    private Optional<CriticalPoint> named(ArclengthStep<BranchState> step, List<Root> roots) {
        List<Root> passing = roots.stream().filter(r -> r.eigenvalue() >= 0).toList();
        double along = passing.isEmpty() ? roots.get(0).along() : passing.get(0).along();
        BranchState state = at(step, along);
        if (!(state.part() > AT_BOUND && state.part() < 1 - AT_BOUND)) {
            return Optional.empty();
        }
        if (!passing.isEmpty() && passing.size() == roots.size()) {
            Complex value = state.eigenvalues().get(passing.get(0).eigenvalue());
            double frequency = Math.abs(value.getImaginaryPart());
            if (frequency > ROTATING * state.zero()) {
                int pairs = Math.max(1, passing.size() / 2);
                return Optional.of(new CriticalPoint(Bifurcation.Kind.HOPF, state, List.of(), false, frequency, pairs));
            }
        }
        return modes.named(state, step.from(), Math.max(1, passing.size()), passing.size() < roots.size());
    }
}

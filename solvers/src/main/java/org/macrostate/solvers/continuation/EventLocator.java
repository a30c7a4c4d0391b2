package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.Gauge;
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
    private static final double JUMP = 0.5;
    private static final double AT_BOUND = 1e-9;
    private static final double CLOSE = 1e-10;
    private static final int BISECTIONS = 60;
    private static final int TURN = -1;
    private static final double NEARER = 0.1;

    private final BranchEquations equations;
    private final CriticalModes modes;

    EventLocator(BranchEquations equations, CriticalModes modes) {
        this.equations = equations;
        this.modes = modes;
    }

    /** A root along a step, of the real part of one of the eigenvalues or, for {@link #TURN}, of the parameter's rise. */
    private record Root(double along, int eigenvalue) {}

    /**
     * What was located.
     *
     * @param points in order along the step
     * @param explains whether they explain how the number of unstable eigenvalues and the orientation of the branch differ
     *     between the ends of the step
     */
    record Located(List<CriticalPoint> points, boolean explains) {}

    /** All that lies within a step. */
    Located within(ArclengthStep<BranchState> step) {
        if (Math.max(Math.abs(step.from().rise()), Math.abs(step.to().rise())) <= RESTING) {
            // A family at one value of the parameter, with a zero eigenvalue all along.
            return new Located(List.of(), true);
        }
        List<Root> roots = roots(step);
        List<CriticalPoint> found = new ArrayList<>();
        boolean explains = true;
        boolean turned = false;
        for (int i = 0; i < roots.size(); ) {
            int next = i + 1;
            while (next < roots.size() && roots.get(next).along() - roots.get(i).along() <= TOGETHER) {
                next++;
            }
            Named named = named(step, roots.subList(i, next));
            named.point().ifPresent(found::add);
            explains &= named.explained();
            turned |= named.point().filter(EventLocator::turnsOrientation).isPresent() || named.atBound();
            i = next;
        }
        return new Located(found, explains && (turned || !new BranchOrientation(equations).changes(step)));
    }

    private static boolean turnsOrientation(CriticalPoint point) {
        return point.kind() == Bifurcation.Kind.BRANCH_POINT;
    }

    private List<Root> roots(ArclengthStep<BranchState> step) {
        List<Root> roots = new ArrayList<>();
        int fewer = Math.min(step.from().unstable(), step.to().unstable());
        int more = Math.max(step.from().unstable(), step.to().unstable());
        double along = Double.NaN;
        for (int k = fewer; k < more; k++) {
            along = k > fewer && areTwins(step, k) ? along : passing(step, k);
            if (!Double.isNaN(along)) {
                roots.add(new Root(along, k));
            }
        }
        double before = step.from().rise();
        double after = step.to().rise();
        if (before * after < 0 && Math.max(Math.abs(before), Math.abs(after)) > RESTING) {
            double nearer = Math.abs(before) < Math.abs(after) ? 0 : step.length();
            double turn = StepRoot.of(s -> at(step, s).rise(), step.length()).orElse(nearer);
            roots.add(new Root(turn, TURN));
        }
        roots.sort(java.util.Comparator.comparingDouble(Root::along));
        return roots;
    }

    /** Whether an eigenvalue and the one before it are equal to the last digit at both ends, as symmetries make them. */
    private static boolean areTwins(ArclengthStep<BranchState> step, int k) {
        return step.from().eigenvalues().get(k).equals(step.from().eigenvalues().get(k - 1))
                && step.to().eigenvalues().get(k).equals(step.to().eigenvalues().get(k - 1));
    }

    /** Where the real part of an eigenvalue passes zero; NaN if only rounding does. A step may begin or end on the spot. */
    private double passing(ArclengthStep<BranchState> step, int k) {
        double before = step.from().eigenvalues().get(k).getRealPart();
        double after = step.to().eigenvalues().get(k).getRealPart();
        boolean rests = Math.abs(before) <= step.from().zero()
                || Math.abs(after) <= step.to().zero();
        if (!rests && before * after < 0) {
            double nearer = Math.abs(before) < Math.abs(after) ? 0 : step.length();
            return StepRoot.of(s -> realPart(step, s, k), step.length()).orElse(nearer);
        }
        double zero = Math.max(step.from().zero(), step.to().zero());
        return Math.max(Math.abs(before), Math.abs(after)) > CLEAR * zero ? leaving(step, k) : Double.NaN;
    }

    /** Where an eigenvalue on the imaginary axis leaves it, by bisection. */
    private double leaving(ArclengthStep<BranchState> step, int k) {
        boolean began = step.from().unstable() > k;
        double low = 0;
        double high = step.length();
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (at(step, middle).unstable() > k == began) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
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

    private BranchState at(ArclengthStep<BranchState> step, double along) {
        double[] ahead = step.from().tangent();
        double[] predicted = Vector.moved(step.from().point(), along, ahead);
        return equations.at(equations.corrected(predicted, ahead).orElse(predicted), ahead);
    }

    /**
     * What roots that lie together are.
     *
     * @param explained false where something passes that has no name
     */
    private record Named(Optional<CriticalPoint> point, boolean explained, boolean atBound) {
        static Named of(Optional<CriticalPoint> point) {
            return new Named(point, point.isPresent(), false);
        }
    }

    private Named named(ArclengthStep<BranchState> step, List<Root> roots) {
        List<Root> passing = roots.stream().filter(r -> r.eigenvalue() >= 0).toList();
        Root first =
                roots.stream().filter(r -> r.eigenvalue() == TURN).findFirst().orElse(roots.get(0));
        BranchState state = at(step, first.along());
        if (!(state.part() > AT_BOUND && state.part() < 1 - AT_BOUND)) {
            return new Named(Optional.empty(), true, true);
        }
        boolean turns = first.eigenvalue() == TURN;
        if (!turns) {
            int k = first.eigenvalue();
            Complex value = state.eigenvalues().get(k);
            double frequency = Math.abs(value.getImaginaryPart());
            if (frequency > ROTATING * state.zero()) {
                return rotating(step, state, k, frequency, Math.max(1, passing.size() / 2));
            }
        }
        if (turns && least(state) > NEARER * Math.max(least(step.from()), least(step.to()))) {
            // where several eigenvalues are nearly zero, what was located may be another branch's
            return new Named(Optional.empty(), false, false);
        }
        int multiplicity = Math.max(1, passing.size());
        if (multiplicity > 1 && !turns && equations.inside(state.point()).isEmpty()) {
            state = polished(step, state, first.along(), passing);
        }
        return Named.of(modes.named(state, step.from(), multiplicity, turns));
    }

    /** The least absolute value of an eigenvalue. */
    private static double least(BranchState state) {
        return state.eigenvalues().stream().mapToDouble(Complex::norm).min().orElse(0);
    }

    /** A pair that was on the axis before, as at a centre, does not pass it. */
    private static Named rotating(
            ArclengthStep<BranchState> step, BranchState state, int k, double frequency, int pairs) {
        double before = Math.abs(step.from().eigenvalues().get(k).getRealPart());
        double after = Math.abs(step.to().eigenvalues().get(k).getRealPart());
        double there = Math.abs(state.eigenvalues().get(k).getRealPart());
        if (there > CLEAR * state.zero() && there > JUMP * Math.min(before, after)) {
            // at a kink it jumps across the axis
            return new Named(Optional.empty(), false, false);
        }
        boolean damped = Math.min(
                        step.from().eigenvalues().get(k).getRealPart()
                                / step.from().zero(),
                        step.to().eigenvalues().get(k).getRealPart() / step.to().zero())
                < -1;
        return damped
                ? Named.of(Optional.of(
                        new CriticalPoint(Bifurcation.Kind.HOPF, state, List.of(), false, frequency, pairs)))
                : new Named(Optional.empty(), true, false);
    }

    /**
     * A point with several zero eigenvalues, located again with corrections across its null directions: along these Newton's
     * method loses half of its digits.
     */
    private BranchState polished(ArclengthStep<BranchState> step, BranchState state, double along, List<Root> passing) {
        double reach = Math.min(1e-4, step.length());
        double[] ahead = step.from().tangent();
        Gauge across = modes.gauge(state, passing.size());
        java.util.function.DoubleFunction<BranchState> beside = s -> {
            double[] predicted = Vector.moved(step.from().point(), along - reach + s, ahead);
            return equations.at(equations.corrected(predicted, ahead, across).orElse(predicted), ahead);
        };
        OptionalDouble root = StepRoot.of(
                s -> passing.stream()
                        .mapToDouble(r -> beside.apply(s)
                                .eigenvalues()
                                .get(r.eigenvalue())
                                .getRealPart())
                        .sum(),
                2 * reach);
        return root.isPresent() ? beside.apply(root.getAsDouble()) : state;
    }
}

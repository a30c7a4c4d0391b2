package org.macrostate.solvers.continuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.nonlinear.ArclengthIterator;
import org.macrostate.solvers.nonlinear.ArclengthStep;
import org.macrostate.solvers.nonlinear.SolutionCurve;
import org.macrostate.solvers.nonlinear.StepControl;
import org.macrostate.solvers.nonlinear.Vector;

/** A branch from a point in one direction, to where it leaves the range or the physical region, or closes. */
final class BranchCurve implements SolutionCurve<BranchState, BranchEnd> {
    private static final StepControl CONTROL = new StepControl(0.01, 0.03, 1e-9, 0.95, 0.998, 1.6, 3000);
    private static final double FARTHEST_CORRECTION = 1.5;
    private static final double LARGEST_GROWTH = 1e6;
    private static final double AT_BOUND = 1e-7;
    private static final double BESIDE_BOUND = 1e-4;
    private static final double FORESIGHT = 0.05;
    private static final int BISECTIONS = 40;
    private static final int STEPS_BEFORE_CLOSING = 5;
    private static final double SHORTEST_DOUBTFUL = 1e-6;
    private static final int MOST_DOUBTFUL = 8;
    private static final EventLocator.Located NOTHING = new EventLocator.Located(List.of(), true);

    private final BranchEquations equations;
    private final Optional<EventLocator> events;
    private final BranchState start;
    private final int n;
    private EventLocator.Located located = NOTHING;
    private final List<ArclengthStep<BranchState>> doubtful = new ArrayList<>();
    private int steps;

    /** @param events finds bifurcations; without it none are sought */
    BranchCurve(BranchEquations equations, Optional<EventLocator> events, BranchState start) {
        this.equations = equations;
        this.events = events;
        this.start = start;
        this.n = equations.length();
        equations.fixGauge(start.point());
    }

    /** The steps ahead of the start. */
    ArclengthIterator<BranchState, BranchEnd> steps(BranchLimits limits) {
        return new ArclengthIterator<>(
                this, CONTROL.withMostSteps(limits.mostSteps()).withLongest(limits.longestStep()), start);
    }

    /** The bifurcations within the last step, in order. */
    List<CriticalPoint> located() {
        return located.points();
    }

    /** Steps between whose ends stability or orientation changes by something that was not located. */
    List<ArclengthStep<BranchState>> doubtful() {
        return List.copyOf(doubtful);
    }

    @Override
    public Optional<BranchEnd> endBefore(BranchState state) {
        if (equations.growth(state.point()) > LARGEST_GROWTH) {
            return Optional.of(BranchEnd.UNBOUNDED);
        }
        return nearsBoundForEver(state) ? Optional.of(BranchEnd.PARAMETER_BOUND) : Optional.empty();
    }

    /** Whether the branch runs along an end of the range, as where its state grows without bound towards it. */
    private static boolean nearsBoundForEver(BranchState state) {
        double left = state.rise() < 0 ? state.part() : 1 - state.part();
        double reach = FORESIGHT * Math.max(1, Vector.maxNorm(state.point()));
        return left <= BESIDE_BOUND && left > Math.abs(state.rise()) * reach || left <= AT_BOUND;
    }

    @Override
    public Optional<ArclengthStep<BranchState>> step(BranchState state, double length) {
        Optional<double[]> point =
                equations.corrected(Vector.moved(state.point(), length, state.tangent()), state.tangent());
        if (point.isPresent() && (point.get()[n] > 1 || point.get()[n] < 0)) {
            point = landed(state, point.get());
        }
        return point.map(p -> new ArclengthStep<>(
                state,
                equations.at(p, state.tangent()),
                Vector.dot(state.tangent(), p) - Vector.dot(state.tangent(), state.point())));
    }

    /** The branch's point at the end of the range that a point lies beyond. */
    private Optional<double[]> landed(BranchState state, double[] beyond) {
        double bound = beyond[n] > 1 ? 1 : 0;
        double part = (bound - state.part()) / (beyond[n] - state.part());
        double[] predicted = new double[n + 1];
        for (int i = 0; i < n; i++) {
            predicted[i] = state.point()[i] + part * (beyond[i] - state.point()[i]);
        }
        predicted[n] = bound;
        double[] across = new double[n + 1];
        across[n] = 1;
        Optional<double[]> point = equations.corrected(predicted, across);
        point.ifPresent(p -> p[n] = bound);
        return point;
    }

    /**
     * A long correction is a jump to another branch; so may be a step that changes stability or orientation where no
     * bifurcation is located. A shorter one shows.
     */
    @Override
    public boolean accepts(ArclengthStep<BranchState> step) {
        double distance = Vector.distance(step.from().point(), step.to().point());
        if (!step.to().isFinite() || distance > FARTHEST_CORRECTION * step.length()) {
            return false;
        }
        located = events.map(e -> e.within(step)).orElse(NOTHING);
        boolean trusted = located.explains() || doubtful.size() >= MOST_DOUBTFUL;
        if (!trusted && step.length() <= SHORTEST_DOUBTFUL) {
            Optional<CriticalPoint> kink = new KinkPassage(equations).within(step);
            kink.ifPresentOrElse(
                    point -> located = new EventLocator.Located(List.of(point), true), () -> doubtful.add(step));
            return true;
        }
        return trusted;
    }

    @Override
    public Taken<BranchState, BranchEnd> taken(ArclengthStep<BranchState> step) {
        if (!equations.isPhysical(step.to().point())) {
            Optional<ArclengthStep<BranchState>> last = lastPhysical(step);
            located = last.flatMap(s -> events.map(e -> e.within(s))).orElse(NOTHING);
            return Taken.last(last, BranchEnd.PHYSICAL_LIMIT);
        }
        steps++;
        equations.fixGauge(step.to().point());
        double part = step.to().part();
        if (part == 0 || part == 1) {
            return Taken.last(Optional.of(step), BranchEnd.PARAMETER_BOUND);
        }
        return closes(step) ? Taken.last(Optional.of(step), BranchEnd.CLOSED) : Taken.on(step);
    }

    @Override
    public BranchEnd endExhausted(BranchState state) {
        double[] beyond = Vector.moved(state.point(), 1e-6, state.tangent());
        return equations.isPhysical(beyond) ? BranchEnd.NOT_CONVERGED : BranchEnd.PHYSICAL_LIMIT;
    }

    @Override
    public BranchEnd endTooLong() {
        return BranchEnd.TOO_LONG;
    }

    /**
     * The part of a step that stays in the physical region; empty if none does. Branches often leave it at a branch
     * point, where a tangent cannot be computed.
     */
    private Optional<ArclengthStep<BranchState>> lastPhysical(ArclengthStep<BranchState> step) {
        double inside = 0;
        double outside = step.length();
        Optional<ArclengthStep<BranchState>> last = Optional.empty();
        for (int i = 0; i < BISECTIONS && outside - inside > 1e-12; i++) {
            double middle = (inside + outside) / 2;
            Optional<ArclengthStep<BranchState>> tried = step(step.from(), middle);
            if (tried.isPresent()
                    && tried.get().to().isFinite()
                    && equations.isPhysical(tried.get().to().point())) {
                inside = middle;
                last = tried.map(t -> new ArclengthStep<>(
                        t.from(), t.to().withTangent(step.from().tangent()), t.length()));
            } else {
                outside = middle;
            }
        }
        return last;
    }

    /** Whether the start lies on the step, passed in the same direction. */
    private boolean closes(ArclengthStep<BranchState> step) {
        double[] way = Vector.moved(start.point(), -1, step.from().point());
        double along = Vector.dot(way, step.from().tangent());
        return steps > STEPS_BEFORE_CLOSING
                && along > 0
                && along <= step.length()
                && Vector.dot(step.from().tangent(), start.tangent()) > 0.9
                && Vector.norm(way) <= 1.05 * along + 1e-9;
    }
}

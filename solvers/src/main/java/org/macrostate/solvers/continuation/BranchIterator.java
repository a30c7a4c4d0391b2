package org.macrostate.solvers.continuation;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.macrostate.solvers.fixedpoint.Vector;

/** The steps of a branch from a point in one direction: predict along the tangent, correct, control the step. */
final class BranchIterator implements Iterator<BranchStep> {
    private static final double FIRST_STEP = 0.01;
    private static final int MOST_STEPS = 3000;
    private static final double LARGEST_GROWTH = 1e6;
    private static final double AT_BOUND = 1e-7;
    private static final double BESIDE_BOUND = 1e-4;
    private static final double FORESIGHT = 0.05;
    private static final int BISECTIONS = 40;
    private static final int STEPS_BEFORE_CLOSING = 5;

    private final BranchEquations equations;
    private final BranchState start;
    private final int n;
    private BranchState state;
    private StepControl control = new StepControl(FIRST_STEP);
    private int steps;
    private Optional<BranchEnd> end = Optional.empty();
    private Optional<BranchStep> ahead;

    BranchIterator(BranchEquations equations, BranchState start) {
        this.equations = equations;
        this.start = start;
        this.n = equations.length();
        this.state = start;
        equations.fixGauge(start.point());
        this.ahead = attempt();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public BranchStep next() {
        BranchStep step = ahead.orElseThrow(NoSuchElementException::new);
        state = step.to();
        steps++;
        ahead = end.isPresent() ? Optional.empty() : attempt();
        return step;
    }

    /** Why there is no next step. */
    BranchEnd end() {
        return end.orElseThrow(() -> new IllegalStateException("the branch goes on"));
    }

    private Optional<BranchStep> attempt() {
        if (steps >= MOST_STEPS) {
            return ended(BranchEnd.TOO_LONG);
        }
        if (Vector.maxNorm(state.point()) > LARGEST_GROWTH) {
            return ended(BranchEnd.UNBOUNDED);
        }
        if (nearsBoundForEver()) {
            return ended(BranchEnd.PARAMETER_BOUND);
        }
        for (; !control.isExhausted(); control = control.halved()) {
            Optional<BranchStep> step = step(control.step());
            if (step.isPresent() && control.accepts(step.get())) {
                return taken(step.get());
            }
        }
        double[] beyond = Vector.moved(state.point(), 1e-6, state.tangent());
        return ended(equations.isPhysical(beyond) ? BranchEnd.NOT_CONVERGED : BranchEnd.PHYSICAL_LIMIT);
    }

    private Optional<BranchStep> taken(BranchStep step) {
        if (!equations.isPhysical(step.to().point())) {
            end = Optional.of(BranchEnd.PHYSICAL_LIMIT);
            return lastPhysical(step);
        }
        double part = step.to().part();
        if (part == 0 || part == 1) {
            end = Optional.of(BranchEnd.PARAMETER_BOUND);
        } else if (closes(step)) {
            end = Optional.of(BranchEnd.CLOSED);
        }
        control = control.after(step);
        equations.fixGauge(step.to().point());
        return Optional.of(step);
    }

    /** Whether the branch runs along an end of the range, as where its state grows without bound towards it. */
    private boolean nearsBoundForEver() {
        double left = state.rise() < 0 ? state.part() : 1 - state.part();
        double reach = FORESIGHT * Math.max(1, Vector.maxNorm(state.point()));
        return left <= BESIDE_BOUND && left > Math.abs(state.rise()) * reach || left <= AT_BOUND;
    }

    private Optional<BranchStep> ended(BranchEnd why) {
        end = Optional.of(why);
        return Optional.empty();
    }

    private Optional<BranchStep> step(double length) {
        Optional<double[]> point =
                equations.corrected(Vector.moved(state.point(), length, state.tangent()), state.tangent());
        if (point.isPresent() && (point.get()[n] > 1 || point.get()[n] < 0)) {
            point = landed(point.get());
        }
        return point.map(p -> new BranchStep(
                state,
                equations.at(p, state.tangent()),
                Vector.dot(state.tangent(), p) - Vector.dot(state.tangent(), state.point())));
    }

    /** The branch's point at the end of the range that a point lies beyond. */
    private Optional<double[]> landed(double[] beyond) {
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
     * The part of a step that stays in the physical region; empty if none does. Branches often leave it at a branch
     * point, where a tangent cannot be computed.
     */
    private Optional<BranchStep> lastPhysical(BranchStep step) {
        double inside = 0;
        double outside = step.length();
        Optional<BranchStep> last = Optional.empty();
        for (int i = 0; i < BISECTIONS && outside - inside > 1e-12; i++) {
            double middle = (inside + outside) / 2;
            Optional<BranchStep> tried = step(middle);
            if (tried.isPresent()
                    && tried.get().to().isFinite()
                    && equations.isPhysical(tried.get().to().point())) {
                inside = middle;
                last = tried.map(t -> new BranchStep(t.from(), t.to().withTangent(state.tangent()), t.length()));
            } else {
                outside = middle;
            }
        }
        return last;
    }

    /** Whether the start lies on the step, passed in the same direction. */
    private boolean closes(BranchStep step) {
        double[] way = Vector.moved(start.point(), -1, step.from().point());
        double along = Vector.dot(way, step.from().tangent());
        return steps >= STEPS_BEFORE_CLOSING
                && along > 0
                && along <= step.length()
                && Vector.dot(step.from().tangent(), start.tangent()) > 0.9
                && Vector.norm(way) <= 1.05 * along + 1e-9;
    }
}

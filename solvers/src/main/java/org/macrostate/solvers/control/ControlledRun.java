package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.solvers.integrate.DormandPrince853Tableau;

/**
 * A trajectory under a control with the steps it was made of, restarted at each knot; and the gradient of what it ends with, by
 * the transposes of these very steps in reverse order (discrete adjoint). At a first passage the last step is as long as it
 * takes, and the gradient is the implicit function's: λ(t*) = −c ∇g / ġ, nothing after t*.
 *
 * <p>Immutable once made, but its arrays are not copied.
 */
public final class ControlledRun {
    /** How a run ended. */
    public enum Status {
        /** At the end, or at the passage. */
        REACHED,
        /** At the latest time, without passage. */
        NOT_REACHED,
        /** A state left its domain. */
        INADMISSIBLE,
        /** Rates ran to infinity or became undefined, or the step size collapsed. */
        DIVERGED,
        /** More steps than are allowed; the system may be stiff. */
        TOO_MANY_STEPS
    }

    private static final double SMALLEST_STEP = 1e-13;
    private static final double NOT_ORDINARY = 0.1;
    private static final double LARGEST_PART = 0.05;
    private static final double LARGEST_STATE = 1e100;
    private static final int PASSAGE_ITERATIONS = 60;

    private final ControlProblem problem;
    private final ControlGrid grid;
    private final ControlledStep step;
    private final List<Taken> taken = new ArrayList<>();
    private final double[] values;
    private Status status = Status.REACHED;
    private double time;
    private double[] state;
    private double[] quantity;
    private double nearest = Double.POSITIVE_INFINITY;
    private double nearestTime;

    /** A step that was taken. */
    private record Taken(int piece, double t, double h, double[] from, double[] stages) {}

    private ControlledRun(ControlProblem problem, ControlGrid grid, double[] values) {
        this.problem = problem;
        this.grid = grid;
        this.values = values;
        step = new ControlledStep(problem, grid, values);
        state = Arrays.copyOf(problem.start(), problem.system().size());
        quantity = step.quantity(0, 0, state);
        look();
    }

    /** @param values of the controls on the grid, control by control; not to be modified */
    public static ControlledRun of(ControlProblem problem, ControlGrid grid, double[] values) {
        ControlledRun run = new ControlledRun(problem, grid, values);
        run.integrate();
        return run;
    }

    private void integrate() {
        if (problem.goal() instanceof ControlGoal.FirstPassage passage && passage.holds(quantity[0])) {
            return;
        }
        double latest = problem.goal().latest();
        double h = latest;
        for (int piece = 0; piece < grid.pieces() && time < latest; piece++) {
            boolean last = piece == grid.pieces() - 1;
            double end = last ? latest : Math.min(latest, grid.knots()[piece + 1]);
            if (last && grid.end() < latest) {
                h = leg(piece, grid.end(), h);
            }
            h = status == Status.REACHED && time < end ? leg(piece, end, h) : h;
            if (status != Status.REACHED || passed()) {
                return;
            }
        }
        quantity = step.quantity(grid.pieces() - 1, time, state);
        if (problem.goal() instanceof ControlGoal.FirstPassage) {
            status = Status.NOT_REACHED;
        }
    }

    private boolean passed() {
        return problem.goal() instanceof ControlGoal.FirstPassage passage && passage.missing(quantity[0]) <= 0;
    }

    /** One piece, or a part of it; returns the step to try next. */
    private double leg(int piece, double end, double first) {
        double largest = problem.goal() instanceof ControlGoal.FirstPassage
                ? LARGEST_PART * Math.min(grid.end(), problem.goal().latest())
                : problem.goal().latest();
        double h = Math.min(first, largest);
        int length = problem.system().length();
        while (time < end) {
            boolean reaches = time + h >= end * (1 - SMALLEST_STEP);
            double trial = reaches ? end - time : h;
            double[] to = new double[state.length];
            double[] stages = new double[ControlledStep.STAGES * length];
            step.forward(piece, time, trial, state, to, stages);
            double error = step.error(
                    state,
                    to,
                    trial,
                    problem.tolerances().absolute(),
                    problem.tolerances().relative());
            if (!(error < 1) || !isOrdinary(to)) {
                h = trial
                        * (Double.isFinite(error) && error >= 1 ? DormandPrince853Tableau.factor(error) : NOT_ORDINARY);
                if (!(h > SMALLEST_STEP * problem.goal().latest())) {
                    status = Status.DIVERGED;
                    return h;
                }
                continue;
            }
            if (!accept(piece, trial, to, stages)) {
                return h;
            }
            time = reaches ? end : time + trial;
            look();
            double next = trial * DormandPrince853Tableau.factor(error);
            h = Math.min(largest, reaches ? Math.max(h, next) : next);
        }
        return h;
    }

    /** Takes a step over, unless it leaves the domain or is one too many; at a passage a shorter one. Whether to go on. */
    private boolean accept(int piece, double h, double[] to, double[] stages) {
        if (!problem.domain()
                .holds(
                        to.length == problem.system().length()
                                ? to
                                : Arrays.copyOf(to, problem.system().length()))) {
            status = Status.INADMISSIBLE;
            time += h;
            state = to;
            return false;
        }
        if (taken.size() >= problem.mostSteps()) {
            status = Status.TOO_MANY_STEPS;
            return false;
        }
        if (problem.goal() instanceof ControlGoal.FirstPassage passage) {
            double[] there = step.quantity(piece, time + h, to);
            if (passage.holds(there[0])) {
                pass(passage, piece, h, quantity[0], there[0]);
                return false;
            }
            quantity = there;
        }
        taken.add(new Taken(piece, time, h, state, stages));
        state = to;
        return true;
    }

    private void look() {
        if (problem.goal() instanceof ControlGoal.FirstPassage passage
                && Math.abs(passage.missing(quantity[0])) < nearest) {
            nearest = Math.abs(passage.missing(quantity[0]));
            nearestTime = time;
        }
    }

    /** The length of the last step, by regula falsi with Illinois' rule on steps themselves. */
    private void pass(ControlGoal.FirstPassage passage, int piece, double h, double before, double after) {
        double low = 0;
        double high = h;
        double lowMissing = passage.missing(before);
        double highMissing = passage.missing(after);
        double[] to = new double[state.length];
        double[] stages = new double[ControlledStep.STAGES * problem.system().length()];
        double at = h;
        for (int i = 0; i < PASSAGE_ITERATIONS; i++) {
            at = low + (high - low) * lowMissing / (lowMissing - highMissing);
            step.forward(piece, time, at, state, to, stages);
            quantity = step.quantity(piece, time + at, to);
            double missing = passage.missing(quantity[0]);
            if (Math.abs(missing) <= 4 * Math.ulp(Math.max(Math.abs(passage.level()), 1e-3))
                    || high - low <= SMALLEST_STEP * h) {
                break;
            }
            if (missing > 0) {
                low = at;
                lowMissing = missing;
                highMissing /= 2;
            } else {
                high = at;
                highMissing = missing;
                lowMissing /= 2;
            }
        }
        taken.add(new Taken(piece, time, at, state, stages));
        time += at;
        state = to;
        quantity[0] = passage.level();
        nearest = 0;
        nearestTime = time;
    }

    private static boolean isOrdinary(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) <= LARGEST_STATE)) {
                return false;
            }
        }
        return true;
    }

    public Status status() {
        return status;
    }

    public boolean reached() {
        return status == Status.REACHED;
    }

    /** Where it ended: the passage, the end, or where it broke off. */
    public double time() {
        return time;
    }

    /** The goal's quantity there. */
    public double quantity() {
        return quantity[0];
    }

    /** The least distance to the level that was seen at the end of a step. */
    public double nearest() {
        return nearest;
    }

    /** When that was. */
    public double nearestTime() {
        return nearestTime;
    }

    /** State and integrals where it ended, n + q elements. */
    public double[] end() {
        return state.clone();
    }

    /** Of the integrals, where it ended. */
    public double integral(int number) {
        return state[problem.system().length() + number];
    }

    /** Accepted steps. */
    public int steps() {
        return taken.size();
    }

    /** The values it was made with; not to be modified. */
    public double[] values() {
        return values;
    }

    /** What the objective is made of, without penalties: the quantity or the time, and the costs. */
    public double objective() {
        double total = problem.goal() instanceof ControlGoal.AtTime at ? atEnd(at) : time;
        for (int i = 0; i < problem.costs().length; i++) {
            if (problem.costs()[i] != 0) {
                total += problem.costs()[i] * integral(i);
            }
        }
        return total;
    }

    private double atEnd(ControlGoal.AtTime goal) {
        return goal.weight() == 0 ? 0 : goal.weight() * quantity();
    }

    /**
     * The gradient of the objective with other weights of the integrals, by the values of the controls.
     *
     * @param weights of the integrals, q elements
     * @throws IllegalStateException unless the end was reached
     */
    public double[] gradient(double[] weights) {
        double[] gradient = new double[values.length];
        double[] lambda = terminal(weights, gradient);
        for (int i = taken.size() - 1; i >= 0; i--) {
            back(taken.get(i), lambda, gradient);
        }
        return gradient;
    }

    private void back(Taken t, double[] lambda, double[] gradient) {
        step.transposed(t.piece(), t.t(), t.h(), t.stages(), lambda, gradient);
    }

    /** The covector at the end, and the gradient by what the controls are there. */
    private double[] terminal(double[] weights, double[] gradient) {
        if (status != Status.REACHED) {
            throw new IllegalStateException("a run that ended as " + status + " has no gradient");
        }
        int n = problem.system().length();
        double[] lambda = new double[n + problem.system().integrals()];
        System.arraycopy(weights, 0, lambda, n, weights.length);
        double factor = factor(weights);
        int piece = taken.isEmpty() ? 0 : taken.get(taken.size() - 1).piece();
        for (int j = 0; j < n; j++) {
            lambda[j] = factor * quantity[1 + j];
        }
        for (int c = 0; c < problem.system().controls().size(); c++) {
            grid.spread(factor * quantity[1 + n + c], gradient, c, piece, time);
        }
        return lambda;
    }

    /** What multiplies the quantity's gradient. */
    private double factor(double[] weights) {
        if (problem.goal() instanceof ControlGoal.AtTime at) {
            return at.weight();
        }
        if (taken.isEmpty()) {
            return 0;
        }
        int n = problem.system().length();
        int piece = taken.get(taken.size() - 1).piece();
        double[] rates = new double[state.length];
        step.rates(piece, time, state, rates);
        double slope = 0;
        for (int j = 0; j < n; j++) {
            slope += quantity[1 + j] * rates[j];
        }
        slope += controlSlope(piece);
        double perTime = 1;
        for (int i = 0; i < weights.length; i++) {
            perTime += weights[i] * rates[n + i];
        }
        return -perTime / slope;
    }

    /** How fast the quantity changes because a linear control does. */
    private double controlSlope(int piece) {
        if (!grid.linear() || time >= grid.end()) {
            return 0;
        }
        double slope = 0;
        int n = problem.system().length();
        double width = grid.knots()[piece + 1] - grid.knots()[piece];
        for (int c = 0; c < problem.system().controls().size(); c++) {
            int at = c * grid.values() + piece;
            slope += quantity[1 + n + c] * (values[at + 1] - values[at]) / width;
        }
        return slope;
    }

    /**
     * The trajectory with costates and switching functions, at the begin of each step and at the end.
     *
     * @param weights of the integrals, q elements
     */
    public List<CostateRow> costates(double[] weights) {
        double[] unused = new double[values.length];
        double[] lambda = terminal(weights, unused);
        List<CostateRow> rows = new ArrayList<>();
        int last = taken.isEmpty() ? 0 : taken.get(taken.size() - 1).piece();
        rows.add(row(last, time, state, lambda));
        for (int i = taken.size() - 1; i >= 0; i--) {
            back(taken.get(i), lambda, unused);
            rows.add(row(taken.get(i).piece(), taken.get(i).t(), taken.get(i).from(), lambda));
        }
        java.util.Collections.reverse(rows);
        return rows;
    }

    private CostateRow row(int piece, double t, double[] at, double[] lambda) {
        int n = problem.system().length();
        double[] controls = new double[problem.system().controls().size()];
        for (int c = 0; c < controls.length; c++) {
            controls[c] = grid.value(values, c, piece, t);
        }
        return new CostateRow(
                t,
                Arrays.copyOf(at, n),
                step.quantity(piece, t, at)[0],
                controls,
                Arrays.copyOf(lambda, n),
                step.switching(piece, t, at, lambda));
    }
}

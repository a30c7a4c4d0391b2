package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.integrate.DormandPrince853Tableau;

/**
 * A trajectory under a control with the steps it was made of, restarted at each knot. At a first passage the last step is as
 * long as it takes. Gradients are those of {@link DiscreteAdjoint}.
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

    private final ControlProblem problem;
    private final ControlGrid grid;
    private final ControlledStep step;
    private final List<StepTaken> taken = new ArrayList<>();
    private final double[] values;
    private Status status = Status.REACHED;
    private double time;
    private double[] state;
    private double[] quantity;
    private double nearest = Double.POSITIVE_INFINITY;
    private double nearestTime;
    private boolean passed;

    private ControlledRun(ControlProblem problem, ControlGrid grid, double[] values) {
        this.problem = problem;
        this.grid = grid;
        this.values = values;
        step = new ControlledStep(problem, grid, values);
        state = Arrays.copyOf(
                problem.system().coordinates(problem.start()), problem.system().size());
        quantity = step.quantity(0, 0, state);
        look();
    }

    /**
     * Integrates.
     *
     * @param values of the controls on the grid, control by control; not to be modified
     * @throws java.util.concurrent.CancellationException if the thread is interrupted: the time of the search is over
     */
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
            h = status == Status.REACHED && !passed && time < end ? leg(piece, end, h) : h;
            if (status != Status.REACHED || passed) {
                return;
            }
        }
        quantity = step.quantity(grid.pieces() - 1, time, state);
        if (problem.goal() instanceof ControlGoal.FirstPassage) {
            status = Status.NOT_REACHED;
        }
    }

    /** One piece, or a part of it; returns the step to try next. */
    private double leg(int piece, double end, double first) {
        double largest = problem.goal() instanceof ControlGoal.FirstPassage
                ? LARGEST_PART * Math.min(grid.end(), problem.goal().latest())
                : problem.goal().latest();
        double h = Math.min(first, largest);
        int length = problem.system().length();
        while (time < end) {
            TimeLimit.check();
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
        if (!problem.domain().holds(problem.system().state(to))) {
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
                pass(passage, piece, h);
                return false;
            }
            quantity = there;
        }
        taken.add(new StepTaken(piece, time, h, state, stages));
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

    /** Ends at the passage that lies within a step. */
    private void pass(ControlGoal.FirstPassage passage, int piece, double h) {
        PassageStep last = PassageStep.of(step, passage, piece, time, h, state);
        passed = true;
        taken.add(new StepTaken(piece, time, last.length(), state, last.stages()));
        time += last.length();
        state = last.to();
        quantity = last.quantity();
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

    /** The state where it ended, n elements. */
    public double[] end() {
        return problem.system().state(state);
    }

    /** Of the integrals, where it ended. */
    public double integral(int number) {
        return state[problem.system().length() + number];
    }

    /** All of these, q elements. */
    double[] integrals() {
        return Arrays.copyOfRange(state, problem.system().length(), state.length);
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
        double total = atEnd();
        for (int i = 0; i < problem.costs().length; i++) {
            if (problem.costs()[i] != 0) {
                total += problem.costs()[i] * integral(i);
            }
        }
        return total;
    }

    private double atEnd() {
        return problem.goal() instanceof ControlGoal.AtTime at
                ? at.weight() == 0 ? 0 : at.weight() * quantity()
                : ((ControlGoal.FirstPassage) problem.goal()).weight() * time;
    }

    /**
     * The gradient of the objective with other weights of the integrals, by the values of the controls.
     *
     * @param weights of the integrals, q elements
     * @throws IllegalStateException unless the end was reached
     */
    public double[] gradient(double[] weights) {
        return adjoint().gradient(weights);
    }

    /**
     * The trajectory with costates and switching functions, at the begin of each step and at the end.
     *
     * @param weights of the integrals, q elements
     * @throws IllegalStateException unless the end was reached
     */
    public List<CostateRow> costates(double[] weights) {
        return adjoint().costates(weights);
    }

    private DiscreteAdjoint adjoint() {
        if (status != Status.REACHED) {
            throw new IllegalStateException("a run that ended as " + status + " has no gradient");
        }
        return new DiscreteAdjoint(problem, grid, step, values, taken, new DiscreteAdjoint.End(time, state, quantity));
    }
}

package org.macrostate.solvers.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The gradient of what a run ends with, by the transposes of its very steps in reverse order. At a first passage it is the
 * implicit function's: λ(t*) = −c ∇g / ġ, nothing after t*.
 *
 * @param step of one thread
 * @param values of the controls on the grid; not modified
 * @param taken the steps, in order
 */
record DiscreteAdjoint(
        ControlProblem problem,
        ControlGrid grid,
        ControlledStep step,
        double[] values,
        List<StepTaken> taken,
        DiscreteAdjoint.End end) {
    /**
     * Where the run ended.
     *
     * @param state and integrals, n + q elements
     * @param quantity the goal's quantity, its n derivatives by the state and its m by the controls
     */
    record End(double time, double[] state, double[] quantity) {}

    /** By the values of the controls. */
    double[] gradient(double[] weights) {
        double[] gradient = new double[values.length];
        double[] lambda = terminal(weights, gradient);
        for (int i = taken.size() - 1; i >= 0; i--) {
            back(taken.get(i), lambda, gradient);
        }
        return gradient;
    }

    private void back(StepTaken t, double[] lambda, double[] gradient) {
        step.transposed(t.piece(), t.t(), t.h(), t.stages(), lambda, gradient);
    }

    private int lastPiece() {
        return taken.isEmpty() ? 0 : taken.get(taken.size() - 1).piece();
    }

    /** The covector at the end, and the gradient by what the controls are there. */
    private double[] terminal(double[] weights, double[] gradient) {
        int n = problem.system().length();
        double[] lambda = new double[n + problem.system().integrals()];
        System.arraycopy(weights, 0, lambda, n, weights.length);
        double factor = factor(weights);
        for (int j = 0; j < n; j++) {
            lambda[j] = factor * end.quantity()[1 + j];
        }
        for (int c = 0; c < problem.system().controls().size(); c++) {
            grid.spread(factor * end.quantity()[1 + n + c], gradient, c, lastPiece(), end.time());
        }
        return lambda;
    }

    /** What multiplies the quantity's gradient. */
    private double factor(double[] weights) {
        if (problem.goal() instanceof ControlGoal.AtTime at) {
            return at.weight();
        }
        if (taken.isEmpty() || !(problem.goal() instanceof ControlGoal.FirstPassage passage)) {
            return 0;
        }
        int n = problem.system().length();
        double[] rates = new double[end.state().length];
        step.rates(lastPiece(), end.time(), end.state(), rates);
        double slope = 0;
        for (int j = 0; j < n; j++) {
            slope += end.quantity()[1 + j] * rates[j];
        }
        slope += controlSlope(lastPiece());
        double perTime = passage.weight();
        for (int i = 0; i < weights.length; i++) {
            perTime += weights[i] * rates[n + i];
        }
        return -perTime / slope;
    }

    /** How fast the quantity changes because a linear control does. */
    private double controlSlope(int piece) {
        if (!grid.linear() || end.time() >= grid.end()) {
            return 0;
        }
        double slope = 0;
        int n = problem.system().length();
        double width = grid.knots()[piece + 1] - grid.knots()[piece];
        for (int c = 0; c < problem.system().controls().size(); c++) {
            int at = c * grid.values() + piece;
            slope += end.quantity()[1 + n + c] * (values[at + 1] - values[at]) / width;
        }
        return slope;
    }

    /** The trajectory with costates and switching functions, at the begin of each step and at the end. */
    List<CostateRow> costates(double[] weights) {
        double[] unused = new double[values.length];
        double[] lambda = terminal(weights, unused);
        List<CostateRow> rows = new ArrayList<>();
        rows.add(row(lastPiece(), end.time(), end.state(), lambda));
        for (int i = taken.size() - 1; i >= 0; i--) {
            back(taken.get(i), lambda, unused);
            rows.add(row(taken.get(i).piece(), taken.get(i).t(), taken.get(i).from(), lambda));
        }
        Collections.reverse(rows);
        return rows;
    }

    private CostateRow row(int piece, double t, double[] at, double[] lambda) {
        double[] controls = new double[problem.system().controls().size()];
        for (int c = 0; c < controls.length; c++) {
            controls[c] = grid.value(values, c, piece, t);
        }
        return new CostateRow(
                t,
                problem.system().state(at),
                step.quantity(piece, t, at)[0],
                controls,
                problem.system().costate(lambda, at),
                step.switching(piece, t, at, lambda));
    }
}

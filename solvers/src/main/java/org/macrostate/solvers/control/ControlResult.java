package org.macrostate.solvers.control;

import java.util.List;
import java.util.Optional;

/**
 * What a search found: the best of its starts, and what became of the others.
 *
 * @param best empty if no start reached the goal
 * @param forms best schedules of simple forms, the constant first
 * @param starts in their order; of a search that was cut, in the order they ended
 * @param optima local optima that were told apart
 * @param nearest the quantity's least distance to the level that was seen, where the goal is one; else NaN
 * @param nearestTime when that was
 * @param whole false if the search was cut before its end: the best then is that of what was found until then, perhaps on
 *     fewer pieces
 */
public record ControlResult(
        Optional<Best> best,
        List<SimpleForm> forms,
        List<StartOutcome> starts,
        int optima,
        double nearest,
        double nearestTime,
        boolean whole) {
    public ControlResult {
        forms = List.copyOf(forms);
        starts = List.copyOf(starts);
    }

    /**
     * The best schedule.
     *
     * @param values of all controls, control by control
     * @param integrals where the run under it ended, q elements
     * @param gradient of the objective, budgets' prices included, by these values
     * @param residual first-order (KKT) residual: the largest derivative of the objective by a control in units of its range
     *     that no bound holds back
     * @param excess by which the worst budget is exceeded; 0 if all are kept
     * @param weights derivatives of the objective, budgets' prices included, by the integrals
     */
    public record Best(
            ControlGrid grid,
            double[] values,
            double[] integrals,
            double objective,
            double[] gradient,
            double residual,
            double excess,
            double[] weights) {}
}

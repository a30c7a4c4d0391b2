package org.macrostate.solvers.control;

import org.macrostate.solvers.nonlinear.StepRoot;

/**
 * The last step of a run to a first passage, as long as it takes.
 *
 * @param to state and integrals at its end, n + q elements
 * @param stages n elements for each of the stages
 * @param quantity the goal's quantity and its derivatives there: the level to rounding, unless the quantity jumps over it
 */
record PassageStep(double length, double[] to, double[] stages, double[] quantity) {
    /**
     * Within a step that passes the level.
     *
     * @param h its length
     * @param state at its begin, n + q elements; not modified
     */
    static PassageStep of(
            ControlledStep step, ControlGoal.FirstPassage passage, int piece, double time, double h, double[] state) {
        double length = StepRoot.of(
                        s -> passage.missing(within(step, piece, time, s, state).quantity()[0]), h)
                .orElse(h);
        return within(step, piece, time, length, state);
    }

    private static PassageStep within(ControlledStep step, int piece, double time, double length, double[] state) {
        double[] to = new double[state.length];
        double[] stages = new double[ControlledStep.STAGES * step.length()];
        step.forward(piece, time, length, state, to, stages);
        return new PassageStep(length, to, stages, step.quantity(piece, time + length, to));
    }
}

package org.macrostate.solvers.control;

/**
 * The best schedule of a simple form, of every control at once.
 *
 * @param name of the form: constant, ramp, step or tanh
 * @param values of all controls on the grid, control by control
 * @param objective +∞ if no schedule of the form was found to reach the goal
 */
public record SimpleForm(String name, ControlGrid grid, double[] values, double objective) {
    public boolean found() {
        return objective < Double.POSITIVE_INFINITY;
    }
}

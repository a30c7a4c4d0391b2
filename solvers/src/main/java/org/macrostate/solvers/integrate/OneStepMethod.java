package org.macrostate.solvers.integrate;

/**
 * A method of integration: it tries steps from a state and says how far off each is. The loop around it, which chooses
 * steps and watches them, is {@link IntegrationRun}'s. For one thread.
 */
interface OneStepMethod extends StepInside {
    /** The error of a step falls as its length to this power; what a {@link StepController} needs. */
    int order();

    /** Starts anew from a state, which is copied. */
    void begin(double t, double[] y);

    /** The slope at the last state accepted; not to be modified. */
    double[] slope();

    /**
     * Tries a step. {@link #start}, {@link #end} and {@link #inside} then are of it.
     *
     * @param until where it ends
     * @return its error relative to the tolerances, good below 1; NaN if the step cannot be computed
     */
    double attempt(double until);

    /** Takes the step tried last. */
    void accept();

    /** The estimate of |λ|h of the step tried last, by which stiffness is told; 0 if the method has none. */
    double stiffness();
}

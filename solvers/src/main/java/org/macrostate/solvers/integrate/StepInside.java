package org.macrostate.solvers.integrate;

/** A step in time with its inside. Arrays are valid until the next step and not to be modified. */
interface StepInside {
    double from();

    double to();

    double[] start();

    double[] end();

    /** The state at a time within the step, in a new array. */
    double[] inside(double t);
}

package org.macrostate.solvers.integrate;

/** What a Rosenbrock method asks of its equation beside the right-hand side. */
interface LinearisedEquation {
    /** @param out n elements, overwritten: the time derivatives */
    void rates(double t, double[] y, double[] out);

    /** @param out n·n elements, overwritten, row by row */
    void jacobian(double t, double[] y, double[] out);

    /** @param out n elements, overwritten: ∂f/∂t at a fixed state */
    void timeDerivative(double t, double[] y, double[] out);
}

package org.macrostate.solvers.kernel;

/** A function of time, state and parameters, with several outputs; stateless, one for all threads. */
public interface Kernel {
    /**
     * Evaluates all outputs.
     *
     * @param t time
     * @param state not modified
     * @param parameters not modified
     * @param out overwritten from 0 to {@link #outputLength()}
     * @param work scratch of at least {@link #workLength()}, contents undefined; one a thread
     */
    void eval(double t, double[] state, double[] parameters, double[] out, double[] work);

    int outputLength();

    int workLength();

    /** Elements of {@code state} it may read. */
    int stateLength();

    /** Elements of {@code parameters} it may read. */
    int parameterLength();
}

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
     * @param work scratch of at least {@link #workLength()}, contents undefined; one a thread, never the same array as
     *     another argument
     * @throws IllegalArgumentException if an array is too short, naming it
     */
    void eval(double t, double[] state, double[] parameters, double[] out, double[] work);

    /**
     * As {@link #eval}, into an array of zeros or one that this kernel wrote before and nobody changed: outputs that are zero at
     * every state, as most of a large Jacobian's, are not set again.
     *
     * @param out zeros, or what this kernel left there; overwritten from 0 to {@link #outputLength()}
     * @throws IllegalArgumentException if an array is too short, naming it
     */
    default void refresh(double t, double[] state, double[] parameters, double[] out, double[] work) {
        eval(t, state, parameters, out, work);
    }

    int outputLength();

    int workLength();

    /** Elements of {@code state} it may read. */
    int stateLength();

    /** Elements of {@code parameters} it may read. */
    int parameterLength();

    /** The outputs in a new array; for where speed does not matter. */
    default double[] eval(double t, double[] state, double[] parameters) {
        double[] out = new double[outputLength()];
        refresh(t, state, parameters, out, new double[workLength()]);
        return out;
    }

    /** @throws IllegalArgumentException if the array is shorter than this */
    static void requireLength(String role, double[] array, int length) {
        if (array.length < length) {
            throw new IllegalArgumentException(
                    role + " must have at least " + length + " elements, had " + array.length);
        }
    }
}

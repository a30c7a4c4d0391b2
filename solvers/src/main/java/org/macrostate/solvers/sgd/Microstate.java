package org.macrostate.solvers.sgd;

/**
 * What lies beneath the overlaps: the vectors themselves, or only what their law needs. With r vectors of which r_t are
 * trained, S samples a draw, and noises n_s ~ N(0, I_N):
 *
 * <p>a step is {@link #draw} and {@link #add} once a sample of the batch, then {@link #move}.
 */
interface Microstate {
    /**
     * Draws fresh noises.
     *
     * @param gram r·r overlaps
     * @param projections S·r, overwritten: n_s·w_j/√N
     */
    void draw(double[] gram, double[] projections);

    /**
     * Adds the noises just drawn to the steps.
     *
     * @param amplitudes S·r_t: trained vector i moves by Σ_s amplitudes_si n_s/√N
     */
    void add(double[] amplitudes);

    /**
     * Ends the step: with p_i the noise collected for trained vector i, w_i moves by p_i/√N + (1/N) Σ_j linear_ij w_j.
     *
     * @param linear r_t·r
     * @param square r_t·r_t, overwritten: p_i·p_j/N
     */
    void move(double[] linear, double[] square);

    /** Multiplies trained vector i, from 0, by a number; nothing where there are only overlaps. */
    default void scale(int i, double factor) {}

    /** Replaces overlaps that rounding may have driven off by measured ones, where there are vectors to measure. */
    void measure(double[] gram);

    /** Steps between measurements: rounding of overlaps kept step by step adds up to some 1e-14 at most. */
    default int measureEvery() {
        return 256;
    }

    /** Turns the rates of change of trained scalars into those of an optimizer; called once a step, after move. */
    default void turnScalars(double[] rates) {}
}

package org.macrostate.solvers.sgd;

import java.util.List;

/**
 * One run.
 *
 * @param dimension N
 * @param index of the run among those of this dimension, from 0
 * @param states a row for each time that was reached, a value for each column
 */
public record Run(int dimension, int index, List<double[]> states, Outcome outcome) {
    public Run {
        states = List.copyOf(states);
    }

    /** How it ended. */
    public sealed interface Outcome {}

    /** All times were reached. */
    public record Completed() implements Outcome {}

    /**
     * An overlap or scalar grew beyond all bounds or ceased to be a number.
     *
     * @param t when, in steps / N
     */
    public record Diverged(double t) implements Outcome {}

    /**
     * A trained number left the domain it is declared for: the loss means nothing beyond.
     *
     * @param t when, in steps / N
     * @param label of the number
     */
    public record LeftDomain(double t, String label) implements Outcome {}

    /** It was interrupted. */
    public record Interrupted(double t) implements Outcome {}

    public boolean completed() {
        return outcome instanceof Completed;
    }
}

package org.macrostate.equations.derive;

/** Which limit of the learning rates the equations hold in. */
public enum Limit {
    /** Rates of order one, t = steps / N: one-pass SGD with the fluctuation terms of second order in the rates. */
    FINITE_RATE("finite-rate"),
    /** Rates to zero with their ratios kept, time in units of 1/rate: the terms of second order are gone. */
    SMALL_RATE("small-rate");

    private final String text;

    Limit(String text) {
        this.text = text;
    }

    /** The name as an option. */
    public String text() {
        return text;
    }
}

package org.macrostate.engine.study.claim;

/**
 * A measured number.
 *
 * @param value NaN if it could not be measured
 * @param error its standard error; NaN if there is none
 * @param why it could not be measured; empty if it was
 */
public record Measured(double value, double error, String why) {
    static Measured of(double value) {
        return new Measured(value, Double.NaN, Double.isNaN(value) ? "it is not a number" : "");
    }

    static Measured not(String why) {
        return new Measured(Double.NaN, Double.NaN, why);
    }
}

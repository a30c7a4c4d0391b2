package org.macrostate.engine.analysis;

/**
 * A measure's value at one point of parameters.
 *
 * @param value a number, not finite if there is none, or a word
 * @param note why there is none, or why it is doubtful; empty if there is nothing to say
 */
public record PointValue(Object value, String note) {
    /** A number with nothing to say of it. */
    public static PointValue of(double value) {
        return new PointValue(value, "");
    }

    /** A word. */
    public static PointValue of(String word) {
        return new PointValue(word, "");
    }

    /** No number, and why. */
    public static PointValue none(String why) {
        return new PointValue(Double.NaN, why);
    }
}

package org.macrostate.equations.model;

/** Where a parameter or scalar may lie. */
public enum Domain {
    REAL("real"),
    NONNEGATIVE("nonnegative"),
    POSITIVE("positive"),
    /** The open interval from 0 to 1. */
    UNIT("unit");

    private final String text;

    Domain(String text) {
        this.text = text;
    }

    /** The name in a model file. */
    public String text() {
        return text;
    }

    /** What a value must be: the name, said so that it can be understood. */
    public String words() {
        return this == UNIT ? "between 0 and 1" : text;
    }

    /** False for NaN and infinities, too. */
    public boolean contains(double value) {
        return Double.isFinite(value)
                && switch (this) {
                    case REAL -> true;
                    case NONNEGATIVE -> value >= 0;
                    case POSITIVE -> value > 0;
                    case UNIT -> value > 0 && value < 1;
                };
    }

    /** Whether a finite value is in the domain or on its edge. */
    public boolean closureContains(double value) {
        return Double.isFinite(value)
                && switch (this) {
                    case REAL -> true;
                    case NONNEGATIVE, POSITIVE -> value >= 0;
                    case UNIT -> value >= 0 && value <= 1;
                };
    }
}

package org.macrostate.equations.symbolic;

/** What is known of the sign of a quantity for all values of the parameters in their domains. */
public enum Sign {
    POSITIVE,
    NONNEGATIVE,
    ZERO,
    NONPOSITIVE,
    NEGATIVE,
    UNKNOWN;

    public boolean isNonnegative() {
        return this == POSITIVE || this == NONNEGATIVE || this == ZERO;
    }

    public Sign negate() {
        return switch (this) {
            case POSITIVE -> NEGATIVE;
            case NONNEGATIVE -> NONPOSITIVE;
            case ZERO -> ZERO;
            case NONPOSITIVE -> NONNEGATIVE;
            case NEGATIVE -> POSITIVE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    Sign times(Sign other) {
        if (this == ZERO || other == ZERO) {
            return ZERO;
        }
        if (this == UNKNOWN || other == UNKNOWN) {
            return UNKNOWN;
        }
        boolean strict = isStrict() && other.isStrict();
        boolean positive = isNonnegative() == other.isNonnegative();
        if (positive) {
            return strict ? POSITIVE : NONNEGATIVE;
        }
        return strict ? NEGATIVE : NONPOSITIVE;
    }

    Sign plus(Sign other) {
        if (this == ZERO) {
            return other;
        }
        if (other == ZERO) {
            return this;
        }
        if (this == UNKNOWN || other == UNKNOWN || isNonnegative() != other.isNonnegative()) {
            return UNKNOWN;
        }
        boolean strict = isStrict() || other.isStrict();
        if (isNonnegative()) {
            return strict ? POSITIVE : NONNEGATIVE;
        }
        return strict ? NEGATIVE : NONPOSITIVE;
    }

    private boolean isStrict() {
        return this == POSITIVE || this == NEGATIVE;
    }
}

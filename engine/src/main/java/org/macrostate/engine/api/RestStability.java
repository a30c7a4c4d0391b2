package org.macrostate.engine.api;

import org.jspecify.annotations.Nullable;

/** The linear stability of a fixed point. */
public enum RestStability {
    /** All eigenvalues have negative real parts. */
    STABLE,
    /** Some eigenvalue has a positive real part. */
    UNSTABLE,
    /** An eigenvalue is zero or imaginary, and higher orders do not decide. */
    MARGINAL,
    /** Rates beside the point do not grow as its eigenvalues say, as at a kink. */
    UNDECIDED;

    static RestStability of(@Nullable Object text) {
        return switch (String.valueOf(text)) {
            case "stable" -> STABLE;
            case "unstable" -> UNSTABLE;
            case "marginal" -> MARGINAL;
            default -> UNDECIDED;
        };
    }
}

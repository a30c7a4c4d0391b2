package org.macrostate.solvers.fixedpoint;

/** What becomes of small deviations from a fixed point, those along a continuous family of fixed points aside. */
public enum Stability {
    /** They decay. */
    STABLE("stable"),
    /** Some grow. */
    UNSTABLE("unstable"),
    /** An eigenvalue's real part is zero to rounding and higher orders could not decide: a bifurcation. */
    MARGINAL("marginal"),
    /** The rates beside the point are not those that its Jacobian says, as at a root or a kink of the rates. */
    UNDECIDED("undecided");

    private final String text;

    Stability(String text) {
        this.text = text;
    }

    /** Whether small deviations are known to decay or to grow. */
    public boolean isDecided() {
        return this == STABLE || this == UNSTABLE;
    }

    public String text() {
        return text;
    }
}

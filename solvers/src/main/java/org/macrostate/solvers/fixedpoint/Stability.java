package org.macrostate.solvers.fixedpoint;

/** What becomes of small deviations from a fixed point, those along a continuous family of fixed points aside. */
public enum Stability {
    /** They decay. */
    STABLE("stable"),
    /** Some grow. */
    UNSTABLE("unstable"),
    /** An eigenvalue's real part is zero to rounding and higher orders could not decide: a bifurcation. */
    MARGINAL("marginal");

    private final String text;

    Stability(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}

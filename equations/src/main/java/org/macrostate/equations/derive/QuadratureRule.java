package org.macrostate.equations.derive;

import org.macrostate.equations.gaussian.ExpectationRule;
import org.macrostate.equations.gaussian.FourSignLaw;
import org.macrostate.equations.gaussian.GaussianIntegrals;
import org.macrostate.equations.gaussian.KolmogorovMixture;
import org.macrostate.equations.gaussian.PartNames;
import org.macrostate.equations.gaussian.Quadrature;

/** How expectations without a closed form are integrated. */
record QuadratureRule(Way way, int number) {
    enum Way {
        /** When they are evaluated; the number is that of digits. */
        ACCURATE,
        /** By Gauss's formulas; the number is that of nodes a field. */
        FIXED,
        /** By formulas that converge geometrically; the number is that of nodes a field. */
        WRITTEN
    }

    static final QuadratureRule WRITTEN = new QuadratureRule(Way.WRITTEN, Derivation.WRITTEN_NODES);

    private static final int NODES = 32;
    private static final int MORE_NODES = 48;
    private static final int FEWEST_SCALES = 4;

    /** @param nodes or, negative, minus the digits of accuracy */
    static QuadratureRule of(int nodes) {
        return nodes < 0 ? new QuadratureRule(Way.ACCURATE, -nodes) : new QuadratureRule(Way.FIXED, nodes);
    }

    ExpectationRule signs(PartNames names) {
        return new FourSignLaw(names, nodes());
    }

    ExpectationRule mixture(PartNames names) {
        return way == Way.FIXED
                ? new KolmogorovMixture(names, number)
                : KolmogorovMixture.ofMany(names, scales(way == Way.ACCURATE ? number : Derivation.DIGITS));
    }

    /** For what no other rule takes. */
    ExpectationRule last(PartNames names) {
        return switch (way) {
            case ACCURATE -> new GaussianIntegrals(number);
            case FIXED -> new Quadrature(names, number);
            case WRITTEN -> Quadrature.converging(names, number);
        };
    }

    /**
     * Scales of error functions for so many digits: each makes the error of means of tangents ten times smaller. Checks, which
     * are of more digits, have one more at least.
     */
    private static int scales(int digits) {
        return digits <= Derivation.DIGITS
                ? Math.max(FEWEST_SCALES, digits)
                : Derivation.DIGITS + 1 + (digits - Derivation.DIGITS - 1) / 2;
    }

    /** Of formulas whose nodes are fixed whatever the accuracy. */
    private int nodes() {
        return switch (way) {
            case ACCURATE -> number > Derivation.DIGITS ? MORE_NODES : NODES;
            case FIXED -> number;
            case WRITTEN -> NODES;
        };
    }
}

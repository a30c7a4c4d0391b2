package org.macrostate.solvers.integrate;

import org.macrostate.equations.BadInput;

/**
 * The local error allowed a step: {@code absolute + relative · |state element|}, root mean square over the elements.
 *
 * @param relative from 1e-14 (rounding) to below 1
 * @param absolute positive
 */
public record Tolerances(double relative, double absolute) {
    public static final Tolerances DEFAULT = new Tolerances(1e-8, 1e-10);

    private static final double SMALLEST_RELATIVE = 1e-14;

    /** Tolerances smaller (or larger) by a factor, the relative one no smaller than rounding allows. */
    Tolerances times(double factor) {
        double less = Math.max(SMALLEST_RELATIVE, relative * factor);
        return less == relative ? this : new Tolerances(less, absolute * less / relative);
    }

    /** @throws BadInput if one is out of range */
    public Tolerances {
        if (!(relative >= SMALLEST_RELATIVE && relative < 1)) {
            throw new BadInput(
                    "relative tolerance must be at least " + SMALLEST_RELATIVE + " and below 1, was " + relative);
        }
        if (!(absolute > 0 && absolute < Double.POSITIVE_INFINITY)) {
            throw new BadInput("absolute tolerance must be positive and finite, was " + absolute);
        }
    }
}

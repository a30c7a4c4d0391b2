package org.macrostate.equations.graph;

import org.hipparchus.special.Erf;

/** {@code log(1 − erf x)}, also where {@code 1 − erf x} is below the smallest floating-point number. */
public final class LogErfc {
    /** From here on the asymptotic series has all digits. */
    private static final double FAR = 20;

    private static final int TERMS = 9;

    private LogErfc() {}

    /** The value; {@code −x² − log(x √π) + log(1 − 1/(2x²) + 3/(2x²)² − …)} of large x (Abramowitz and Stegun, 7.1.23). */
    public static double of(double x) {
        if (!(x > FAR)) {
            return Math.log(Erf.erfc(x));
        }
        double term = 1;
        double series = 0;
        for (int k = 1; k < TERMS; k++) {
            term *= -(2 * k - 1) / (2 * x * x);
            series += term;
        }
        return Math.log1p(series) - Math.log(x * Math.sqrt(Math.PI)) - x * x;
    }
}

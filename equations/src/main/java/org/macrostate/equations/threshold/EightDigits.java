package org.macrostate.equations.threshold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in sentences, rounded as boundaries are: 2.3068277, wherever it is told. */
final class EightDigits {
    private static final MathContext DIGITS = new MathContext(8, RoundingMode.HALF_EVEN);

    private EightDigits() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString();
    }
}

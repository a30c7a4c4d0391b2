package org.macrostate.reports.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for programs: as many digits as it takes to read the same double back, at most 17; the same on every JDK. A
 * denormal number, which has lost its digits to underflow, is 0.
 */
public final class ExactNumber {
    private static final int SURE = 15;
    private static final int MOST = 17;
    private static final double LARGEST_PLAIN = 1e15;
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    private ExactNumber() {}

    /** {@code 0.1}, {@code 1.5e-07} as {@code 1.5e-7}; {@code NaN}, {@code Infinity}, {@code -Infinity}. */
    public static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN) {
            return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        }
        if (Math.abs(value) < Double.MIN_NORMAL) {
            return "0";
        }
        BigDecimal size = RoundedDouble.of(Math.abs(value)).orElseGet(() -> rounded(Math.abs(value)));
        return (value < 0 ? "-" : "") + text(size);
    }

    /** A positive number. */
    static BigDecimal rounded(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact;
        for (int digits = SURE; digits <= MOST; digits++) {
            rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                break;
            }
        }
        return rounded;
    }

    private static String text(BigDecimal rounded) {
        BigDecimal shortest = rounded.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent >= SMALLEST_PLAIN_EXPONENT && exponent < SURE
                ? shortest.toPlainString()
                : shortest.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}

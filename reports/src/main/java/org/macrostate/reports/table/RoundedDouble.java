package org.macrostate.reports.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A double rounded to the fewest of 15, 16 or 17 decimal digits that are read back as the same double, by its first 63 bits
 * in units of the 17th digit. Where they do not decide, nothing is said.
 */
final class RoundedDouble {
    private static final int SURE = 15;
    private static final int MOST = 17;

    private static final int MANTISSA = 52;
    private static final long HIDDEN_BIT = 1L << MANTISSA;

    /** Bits behind the 17th digit. */
    private static final int BEHIND = 6;

    private static final long HALF = 1L << (BEHIND - 1);
    private static final long MASK = (1L << BEHIND) - 1;

    /** Of a power of ten in a long. */
    private static final int LARGEST_POWER = 18;

    /** Of a power of ten in a double. */
    private static final int MOST_PLACES = 300;

    private static final long FIRST_OF_MOST = 10_000_000_000_000_000L;
    private static final double ROUNDING = 1e-12;

    /** What the bits do not decide. */
    private static final int UNDECIDED = -1;

    private RoundedDouble() {}

    /** @param value normal, positive */
    static Optional<BigDecimal> of(double value) {
        long mantissa = Double.doubleToRawLongBits(value) & (HIDDEN_BIT - 1) | HIDDEN_BIT;
        int places = MOST - 1 - (int) Math.floor(Math.log10(value));
        // beside a power of two the doubles below are nearer
        if (mantissa == HIDDEN_BIT || places < 0 || places > MOST_PLACES) {
            return Optional.empty();
        }
        int exponent = Math.getExponent(value) - MANTISSA;
        long bits = scaled(mantissa, places, -exponent - BEHIND);
        if (bits >>> BEHIND < FIRST_OF_MOST || bits >>> BEHIND >= 10 * FIRST_OF_MOST) {
            return Optional.empty();
        }
        double halfway = Math.scalb(Math.pow(10, places), exponent - 1 + BEHIND);
        long unit = 1;
        for (int digits = SURE; digits < MOST; digits++) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            long digits = rounded(bits, unit);
            int same = digits == UNDECIDED ? UNDECIDED : unit == 1 ? 1 : isRead((digits << BEHIND) - bits, halfway);
            if (same == UNDECIDED) {
                return Optional.empty();
            }
            if (same == 1) {
                return Optional.of(BigDecimal.valueOf(digits, places));
            }
        }
        return Optional.empty();
    }

    /** The first bits of mantissa · 10^places / 2^shift. */
    private static long scaled(long mantissa, int places, int shift) {
        if (places > LARGEST_POWER) {
            return BigInteger.valueOf(mantissa)
                    .multiply(BigInteger.TEN.pow(places))
                    .shiftRight(shift)
                    .longValue();
        }
        long power = 1;
        for (int i = 0; i < places; i++) {
            power *= 10;
        }
        long low = mantissa * power;
        if (shift <= 0) {
            return low << -shift;
        }
        return Math.multiplyHigh(mantissa, power) << (Long.SIZE - shift) | low >>> shift;
    }

    private static long rounded(long bits, long unit) {
        long digits = bits >>> BEHIND;
        long behind = bits & MASK;
        long over = digits % unit;
        if (unit == 1 ? behind == HALF : 2 * over == unit && behind == 0) {
            return UNDECIDED; // perhaps a tie
        }
        boolean up = unit == 1 ? behind > HALF : 2 * over >= unit;
        return digits - over + (up ? unit : 0);
    }

    /**
     * 1 if the rounded number is read as the double, 0 if not.
     *
     * @param above how far it is above the double, up to one too much
     * @param halfway to the next double
     */
    private static int isRead(long above, double halfway) {
        double least = above > 0 ? above - 1 : -above;
        if (least > halfway * (1 + ROUNDING)) {
            return 0;
        }
        return least + 1 < halfway * (1 - ROUNDING) ? 1 : UNDECIDED;
    }
}

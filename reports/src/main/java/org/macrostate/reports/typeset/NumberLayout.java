package org.macrostate.reports.typeset;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for people: so many significant digits, {@code 1.2 × 10⁻⁷} for very small and large ones; 0 for denormal
 * numbers, which have lost their digits to underflow.
 */
public final class NumberLayout {
    /** Decimal exponents from which on a number is written with a power of ten. */
    private static final int SMALLEST_PLAIN = -3;

    private static final int LARGEST_PLAIN = 5;

    private NumberLayout() {}

    public static Layout of(BigInteger value) {
        Layout digits = new Layout.Digits(value.abs().toString());
        return value.signum() < 0 ? Layout.row(Names.MINUS_SIGN, digits) : digits;
    }

    /**
     * A number rounded to significant digits; zeros at the end are left out.
     *
     * @throws IllegalArgumentException if {@code digits} is not from 1 to 17
     */
    public static Layout of(double value, int digits) {
        if (digits < 1 || digits > 17) {
            throw new IllegalArgumentException("significant digits must be from 1 to 17, were " + digits);
        }
        if (Double.isNaN(value)) {
            return new Layout.Words("n/a");
        }
        if (Double.isInfinite(value)) {
            Layout infinity = new Layout.Sign("∞", Layout.Role.CLOSE);
            return value < 0 ? Layout.row(Names.MINUS_SIGN, infinity) : infinity;
        }
        Layout size = positive(Math.abs(value), digits);
        return value < 0 && Math.abs(value) >= Double.MIN_NORMAL ? Layout.row(Names.MINUS_SIGN, size) : size;
    }

    private static Layout positive(double value, int digits) {
        if (value < Double.MIN_NORMAL) {
            return new Layout.Digits("0");
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN) {
            return new Layout.Digits(rounded.stripTrailingZeros().toPlainString());
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        Layout ten = Layout.power(new Layout.Digits("10"), of(BigInteger.valueOf(exponent)));
        return mantissa.equals("1")
                ? ten
                : Layout.row(new Layout.Digits(mantissa), new Layout.Sign("×", Layout.Role.BINARY), ten);
    }
}

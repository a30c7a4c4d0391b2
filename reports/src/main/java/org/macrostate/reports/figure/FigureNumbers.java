package org.macrostate.reports.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same bytes on every machine. */
final class FigureNumbers {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private FigureNumbers() {}

    /** A coordinate on the canvas: at most two decimals. */
    static String coordinate(double value) {
        return plain(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN));
    }

    /** A value in TeX: at most six significant digits, exponent as {@code 1.5e-7} where that is shorter. */
    static String value(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SIX);
        double size = Math.abs(value);
        if (value != 0 && (size < 1e-4 || size >= 1e6)) {
            int exponent = rounded.precision() - rounded.scale() - 1;
            return plain(rounded.movePointLeft(exponent)) + "e" + exponent;
        }
        return plain(rounded);
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

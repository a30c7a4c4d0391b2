package org.macrostate.reports.table;

import org.macrostate.reports.typeset.NumberLayout;

/** Numbers for people: rounded to significant digits, {@code 1.2×10⁻⁷} where plain digits would hide the size. */
public final class NumberText {
    private NumberText() {}

    /** Zeros at the end are left out. */
    public static String of(double value, int significantDigits) {
        return MathUnicode.of(NumberLayout.of(value, significantDigits));
    }
}

package org.macrostate.reports.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Axis.Scale;

/**
 * Where an axis is marked and how the marks read.
 *
 * @param minor  values of small marks without labels
 * @param factor what all labels are to be multiplied by, e.g. {@code ×10⁻⁵}; empty for 1
 */
record AxisTicks(List<Tick> major, List<Double> minor, String factor) {

    /** A labelled value; the label is in the notation of {@link Label#plain()}. */
    record Tick(double value, String label) {}

    /** At most {@code most} labelled ticks inside the range ({@code most >= 2}); fewer where only fewer are round. */
    static AxisTicks of(Scale scale, Range range, int most) {
        return scale == Scale.LINEAR ? linear(range, most) : logarithmic(range, most);
    }

    /** Multiples of 1, 2 or 5 times a power of ten: the finest such step that gives no more ticks than asked for. */
    private static AxisTicks linear(Range range, int most) {
        double width = range.high() - range.low();
        int exponent = (int) Math.floor(Math.log10(width / most)) - 1;
        for (int n = 0; ; n++) {
            BigDecimal step = BigDecimal.valueOf(new int[] {1, 2, 5}[n % 3]).scaleByPowerOfTen(exponent + n / 3);
            long first = (long) Math.ceil(range.low() / step.doubleValue() - 1e-9);
            long last = (long) Math.floor(range.high() / step.doubleValue() + 1e-9);
            if (last - first < most) {
                return labelled(range, step, first, last);
            }
        }
    }

    private static AxisTicks labelled(Range range, BigDecimal step, long first, long last) {
        double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        int size = (int) Math.floor(Math.log10(largest) + 1e-9);
        int shift = size >= 5 || size <= -3 ? size : 0;
        int decimals = Math.max(0, step.stripTrailingZeros().scale() + shift);
        var major = new ArrayList<Tick>();
        for (long i = first; i <= last; i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            String digits = value.scaleByPowerOfTen(-shift)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .toPlainString();
            major.add(new Tick(value.doubleValue(), minus(digits)));
        }
        return new AxisTicks(List.copyOf(major), List.of(), shift == 0 ? "" : "×" + powerOfTen(shift));
    }

    /**
     * Powers of ten, every n-th where there are many; with 2 and 5 times them, or as on a linear axis, where there are
     * few.
     */
    private static AxisTicks logarithmic(Range range, int most) {
        int first = (int) Math.ceil(Math.log10(range.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(range.high()) + 1e-9);
        if (last - first < 1) {
            return few(range, most, first, last);
        }
        int every = 1;
        while (Math.floorDiv(last, every) - Math.floorDiv(first - 1, every) > most) {
            every++;
        }
        var major = new ArrayList<Tick>();
        for (int k = first; k <= last; k++) {
            if (Math.floorMod(k, every) == 0) {
                major.add(new Tick(Math.pow(10, k), powerOfTen(k)));
            }
        }
        return new AxisTicks(List.copyOf(major), every == 1 && last - first <= 8 ? between(range) : List.of(), "");
    }

    private static AxisTicks few(Range range, int most, int first, int last) {
        var major = new ArrayList<Tick>();
        for (int k = first - 1; k <= last + 1; k++) {
            for (int m : new int[] {1, 2, 5}) {
                double value = BigDecimal.valueOf(m).scaleByPowerOfTen(k).doubleValue();
                if (value >= range.low() * (1 - 1e-9) && value <= range.high() * (1 + 1e-9)) {
                    String power = powerOfTen(k);
                    major.add(new Tick(
                            value, Math.abs(k) <= 2 ? FigureNumbers.value(value) : m == 1 ? power : m + "×" + power));
                }
            }
        }
        return major.size() >= 2 && major.size() <= most
                ? new AxisTicks(List.copyOf(major), between(range), "")
                : linear(range, Math.min(most, 5));
    }

    private static List<Double> between(Range range) {
        var minor = new ArrayList<Double>();
        int last = (int) Math.floor(Math.log10(range.high()));
        for (int k = (int) Math.floor(Math.log10(range.low())); k <= last; k++) {
            for (int m = 2; m < 10; m++) {
                double value = m * Math.pow(10, k);
                if (value > range.low() && value < range.high()) {
                    minor.add(value);
                }
            }
        }
        return List.copyOf(minor);
    }

    private static String powerOfTen(int k) {
        return "10^{" + minus(Integer.toString(k)) + "}";
    }

    private static String minus(String digits) {
        return digits.replace('-', '−');
    }
}

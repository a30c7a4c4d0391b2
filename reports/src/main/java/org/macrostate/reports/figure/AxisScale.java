package org.macrostate.reports.figure;

import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Axis.Scale;

/** Values of an axis spread over canvas coordinates from {@code start} (the low end) to {@code end}. */
record AxisScale(Scale scale, Range range, double start, double end) {

    /** NaN for values the axis cannot show. */
    double at(double value) {
        return start + (end - start) * (along(value) - along(range.low())) / (along(range.high()) - along(range.low()));
    }

    private double along(double value) {
        return scale == Scale.LINEAR ? value : value > 0 ? Math.log10(value) : Double.NaN;
    }

    double middle(double a, double b) {
        return scale == Scale.LINEAR ? (a + b) / 2 : Math.sqrt(a * b);
    }
}

package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macrostate.reports.figure.Axis.Range;

/**
 * The ordinates that a picture of curves should show when some run off: all of them, unless a small share of the curves,
 * measured along the abscissa, would press the rest flat on the axis. A pole has much height over little abscissa, so it
 * is what gets cut, up to where it begins to be a curve among others.
 */
public final class ClippedRange {
    private static final double MARGIN = 0.06;
    /** So much of the curves is left out at a time, up to {@link #CUTS} times, */
    private static final double SHARE = 0.01;

    private static final int CUTS = 10;
    /** while the picture shrinks by such a factor each time. */
    private static final double WORTH = 1.4;

    private record Stretch(double value, double width) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** A curve through points; what is not finite is left out. */
    public ClippedRange curve(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            double before = i == 0 ? 0 : Math.abs(x[i] - x[i - 1]);
            double after = i == y.length - 1 ? 0 : Math.abs(x[i + 1] - x[i]);
            if (Double.isFinite(y[i])) {
                stretches.add(new Stretch(y[i], (before + after) / 2));
            }
        }
        return this;
    }

    /** A point that must be seen. */
    public ClippedRange point(double y) {
        if (Double.isFinite(y)) {
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        return this;
    }

    /** With a margin; empty where there is nothing to show, or a single value. */
    public Optional<Range> range() {
        stretches.sort(Comparator.comparingDouble(Stretch::value));
        Spanned shown = spanned(0);
        double whole = stretches.stream().mapToDouble(Stretch::width).sum();
        for (int cut = 1; cut <= CUTS; cut++) {
            Spanned less = spanned(cut * SHARE * whole);
            if (less.height() == 0 || WORTH * less.height() > shown.height()) {
                break;
            }
            shown = less;
        }
        if (!(shown.height() > 0)) {
            return Optional.empty();
        }
        double margin = MARGIN * shown.height();
        return Optional.of(
                new Range(Math.max(shown.low - margin, -Range.LARGEST), Math.min(shown.high + margin, Range.LARGEST)));
    }

    private record Spanned(double low, double high) {
        double height() {
            return high - low;
        }
    }

    /** What is left when the lowest and the highest stretches up to a width each are left out. */
    private Spanned spanned(double cut) {
        int first = 0;
        int last = stretches.size() - 1;
        double below = 0;
        double above = 0;
        while (first < last && below + stretches.get(first).width <= cut && cut > 0) {
            below += stretches.get(first++).width;
        }
        while (last > first && above + stretches.get(last).width <= cut && cut > 0) {
            above += stretches.get(last--).width;
        }
        return stretches.isEmpty()
                ? new Spanned(low, high)
                : new Spanned(Math.min(low, stretches.get(first).value), Math.max(high, stretches.get(last).value));
    }
}

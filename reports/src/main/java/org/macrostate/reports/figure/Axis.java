package org.macrostate.reports.figure;

import java.util.List;
import java.util.Optional;

/**
 * One axis of a figure.
 *
 * @param range what is shown; empty: what the layers need. On a logarithmic axis only positive values are shown.
 * @param names not empty: the axis counts named things, the first at 1, the second at 2, …
 */
public record Axis(Label label, Scale scale, Optional<Range> range, List<Label> names) {

    /** How values are spread along an axis. */
    public enum Scale {
        LINEAR,
        LOG
    }

    /** The values from {@code low} to {@code high}, {@code -1e150 <= low < high <= 1e150}. */
    public record Range(double low, double high) {
        static final double LARGEST = 1e150;

        public Range {
            if (!(low < high && low >= -LARGEST && high <= LARGEST)) {
                throw new IllegalArgumentException("the range of an axis must rise between values of at most " + LARGEST
                        + ", was " + low + " to " + high);
            }
        }
    }

    public Axis {
        names = List.copyOf(names);
        if (scale == Scale.LOG && range.isPresent() && !(range.get().low() > 0)) {
            throw new IllegalArgumentException("the range of a logarithmic axis must be positive, began at "
                    + range.get().low());
        }
    }

    public static Axis linear(Label label) {
        return new Axis(label, Scale.LINEAR, Optional.empty(), List.of());
    }

    public static Axis log(Label label) {
        return new Axis(label, Scale.LOG, Optional.empty(), List.of());
    }

    /** An axis of named things at 1, 2, 3, …; it reaches from 1/2 to their number plus 1/2. */
    public static Axis named(Label label, List<Label> names) {
        return new Axis(label, Scale.LINEAR, Optional.of(new Range(0.5, names.size() + 0.5)), names);
    }

    public Axis from(double low, double high) {
        return new Axis(label, scale, Optional.of(new Range(low, high)), names);
    }
}

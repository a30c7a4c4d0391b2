package org.macrostate.solvers.tune;

import org.macrostate.equations.BadInput;

/** A number to be chosen from a range. Searches see it as a coordinate from 0 to 1. */
public record ScheduleConstant(String name, double from, double to) {
    /** From this ratio of the ends on, values are spread evenly in their logarithm. */
    private static final double LOGARITHMIC_FROM = Math.pow(10, 1.5);

    /** @throws BadInput unless the range is finite and rises */
    public ScheduleConstant {
        if (!(from < to && Double.isFinite(from) && Double.isFinite(to) && Double.isFinite(to - from))) {
            throw new BadInput("the range of " + name + " must be finite and rise, was " + from + " to " + to);
        }
    }

    /** Whether the range is positive and spans more than one and a half decades. */
    public boolean logarithmic() {
        return from > 0 && to / from > LOGARITHMIC_FROM;
    }

    /** The value at a coordinate from 0 to 1; the ends are met exactly. */
    double at(double coordinate) {
        if (coordinate <= 0) {
            return from;
        }
        if (coordinate >= 1) {
            return to;
        }
        return logarithmic() ? from * Math.pow(to / from, coordinate) : from + (to - from) * coordinate;
    }

    /** The coordinate of a value within the range. */
    double coordinate(double value) {
        return logarithmic() ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }
}

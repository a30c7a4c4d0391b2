package org.macrostate.solvers.phase;

import org.macrostate.equations.BadInput;

/**
 * Values of a parameter, equally spaced in it or in its logarithm.
 *
 * @param parameter its name; without an index it sets all copies
 * @param from first value
 * @param to last value, above {@code from}
 * @param count of values, at least 2
 * @param isLogarithmic whether neighbours have the same ratio
 */
public record ParameterAxis(String parameter, double from, double to, int count, boolean isLogarithmic) {
    private static final int LARGEST_COUNT = 10_000;

    /** @throws BadInput if the range is empty or not finite, or the count is below 2 or above 10000 */
    public ParameterAxis {
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new BadInput("range of " + parameter + " must rise, was " + from + " to " + to);
        }
        if (count < 2 || count > LARGEST_COUNT) {
            throw new BadInput("points of " + parameter + " must be from 2 to " + LARGEST_COUNT + ", were " + count);
        }
        if (isLogarithmic && !(from > 0)) {
            throw new BadInput("a logarithmic range of " + parameter + " must begin above 0, was " + from);
        }
    }

    /** Equally spaced values. */
    public ParameterAxis(String parameter, double from, double to, int count) {
        this(parameter, from, to, count, false);
    }

    /** The i-th value, i from 0; first and last are exact. */
    public double value(int i) {
        if (i == 0 || i == count - 1) {
            return i == 0 ? from : to;
        }
        return isLogarithmic
                ? from * StrictMath.exp(StrictMath.log(to / from) * i / (count - 1))
                : from + (to - from) * i / (count - 1);
    }

    /** Where a value stands between the first, 0, and the last, 1. */
    double part(double value) {
        return isLogarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }

    /** All values, a new array. */
    public double[] values() {
        double[] values = new double[count];
        java.util.Arrays.setAll(values, this::value);
        return values;
    }
}

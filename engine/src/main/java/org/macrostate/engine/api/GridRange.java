package org.macrostate.engine.api;

import org.macrostate.equations.BadInput;

/**
 * Equally spaced values of a parameter.
 *
 * @param parameter its name, as {@code beta} or {@code lam[2]}
 * @param from the first value
 * @param to the last value
 * @param count how many, both ends included
 */
public record GridRange(String parameter, double from, double to, int count) {
    /** @throws BadInput unless there are at least two values between different finite ends */
    public GridRange {
        if (!(count >= 2) || !Double.isFinite(from) || !Double.isFinite(to) || from == to) {
            throw new BadInput("a range of parameter '" + parameter
                    + "' needs two different ends and at least 2 values, had " + from + ", " + to + " and " + count);
        }
    }

    /** As on a command line: {@code beta=0:3:61}. */
    @Override
    public String toString() {
        return parameter + "=" + from + ":" + to + ":" + count;
    }
}

package org.macrostate.solvers.continuation;

import org.macrostate.equations.BadInput;

/**
 * The values that a parameter runs through.
 *
 * @param parameter its name; without an index it moves all copies together
 * @param from where it begins
 * @param to where it ends, above {@code from}
 */
public record ParameterRange(String parameter, double from, double to) {
    /** @throws BadInput if the range is empty or not finite */
    public ParameterRange {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new BadInput("range of " + parameter + " must rise, was " + from + " to " + to);
        }
    }

    /** The value a part of the way along, 0 to 1; both ends are exact. */
    double value(double part) {
        return part == 1 ? to : from + part * (to - from);
    }
}

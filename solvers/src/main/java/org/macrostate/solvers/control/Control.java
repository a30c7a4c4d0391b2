package org.macrostate.solvers.control;

import java.util.List;
import org.macrostate.equations.BadInput;

/**
 * A parameter that is chosen as a function of time.
 *
 * @param positions in the parameter vector; those of all copies, which move together
 * @param lower the least value
 * @param upper the largest
 */
public record Control(String name, List<Integer> positions, double lower, double upper) {
    /** @throws BadInput unless the range is finite and rises */
    public Control {
        positions = List.copyOf(positions);
        if (!(lower < upper && Double.isFinite(lower) && Double.isFinite(upper) && Double.isFinite(upper - lower))) {
            throw new BadInput(
                    "the range of the control " + name + " must be finite and rise, was " + lower + " to " + upper);
        }
    }

    /** The value at a coordinate from 0 to 1; the ends are met exactly. */
    double at(double coordinate) {
        return coordinate <= 0 ? lower : coordinate >= 1 ? upper : lower + (upper - lower) * coordinate;
    }

    /** The coordinate of a value, from 0 to 1. */
    double coordinate(double value) {
        return Math.min(1, Math.max(0, (value - lower) / (upper - lower)));
    }
}

package org.macrostate.equations.threshold;

import org.macrostate.equations.BadInput;

/**
 * How far a threshold is to be expanded, and in what.
 *
 * @param parameter label of the small parameter
 * @param order the highest power wanted, 1 to 12
 */
public record SeriesOrder(String parameter, int order) {
    private static final int HIGHEST = 12;

    /** @throws BadInput if the order is out of its bounds */
    public SeriesOrder {
        if (order < 1 || order > HIGHEST) {
            throw new BadInput(
                    "order of the series in " + parameter + " must be from 1 to " + HIGHEST + ", was " + order);
        }
    }
}

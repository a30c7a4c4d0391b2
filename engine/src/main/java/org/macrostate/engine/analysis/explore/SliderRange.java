package org.macrostate.engine.analysis.explore;

import java.util.List;
import org.macrostate.equations.model.Domain;
import org.macrostate.solvers.phase.ParameterAxis;

/**
 * How far a slider goes.
 *
 * @param logarithmic whether equal steps are equal factors
 */
record SliderRange(double from, double to, boolean logarithmic) {
    private static final double FACTOR = 20;

    /** The axis of the diagram where there is one; else a range around the value that stays in the domain. */
    static SliderRange of(String label, double value, Domain domain, List<ParameterAxis> axes) {
        for (ParameterAxis axis : axes) {
            if (axis.parameter().equals(label)) {
                return new SliderRange(axis.from(), axis.to(), false);
            }
        }
        double wide = Math.max(3 * Math.abs(value), 1);
        return switch (domain) {
            case POSITIVE -> new SliderRange(value / FACTOR, value * FACTOR, true);
            case NONNEGATIVE -> new SliderRange(0, wide, false);
            case UNIT -> new SliderRange(0.001, 0.999, false);
            case REAL -> new SliderRange(value - wide, value + wide, false);
        };
    }
}

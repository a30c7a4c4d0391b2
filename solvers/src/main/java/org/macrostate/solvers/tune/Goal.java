package org.macrostate.solvers.tune;

import org.macrostate.equations.BadInput;

/** What is made small: a number made of a quantity's course from time 0. */
public sealed interface Goal {
    /** How far courses are followed, t = steps / N. */
    double end();

    /** The first time at which the quantity lies below (or above) a level; not reached if that is not before the end. */
    record TimeToReach(double level, boolean below, double end) implements Goal {
        public TimeToReach {
            if (!Double.isFinite(level)) {
                throw new BadInput("the level to be reached must be finite, was " + level);
            }
            requirePositive(end);
        }

        boolean holds(double value) {
            return below ? value < level : value > level;
        }
    }

    /** The value at the end. */
    record ValueAt(double end) implements Goal {
        public ValueAt {
            requirePositive(end);
        }
    }

    /** The least value up to the end. */
    record Minimum(double end) implements Goal {
        public Minimum {
            requirePositive(end);
        }
    }

    private static void requirePositive(double end) {
        if (!(end > 0 && end < Double.POSITIVE_INFINITY)) {
            throw new BadInput("the end of the course must be positive and finite, was " + end);
        }
    }
}

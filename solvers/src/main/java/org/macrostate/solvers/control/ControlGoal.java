package org.macrostate.solvers.control;

import org.macrostate.equations.BadInput;

/** What a schedule is to make small; running costs are added to it. */
public sealed interface ControlGoal {
    /** How far trajectories are followed at most, t = steps / N. */
    double latest();

    /**
     * The quantity at the end.
     *
     * @param weight of the quantity; 0 where running costs are all that counts
     */
    record AtTime(double latest, double weight) implements ControlGoal {
        public AtTime {
            requirePositive(latest);
        }
    }

    /**
     * The time at which the quantity first lies below (or above) a level.
     *
     * @param weight of the time; 0 where running costs until then are all that counts
     */
    record FirstPassage(double level, boolean below, double latest, double weight) implements ControlGoal {
        /** The time itself, beside what running costs add. */
        public FirstPassage(double level, boolean below, double latest) {
            this(level, below, latest, 1);
        }

        public FirstPassage {
            if (!Double.isFinite(level)) {
                throw new BadInput("the level to be reached must be finite, was " + level);
            }
            requirePositive(latest);
        }

        boolean holds(double value) {
            return below ? value < level : value > level;
        }

        /** How much is missing; not positive where the level is reached. */
        double missing(double value) {
            return below ? value - level : level - value;
        }
    }

    private static void requirePositive(double end) {
        if (!(end > 0 && end < Double.POSITIVE_INFINITY)) {
            throw new BadInput("the end of a schedule must be positive and finite, was " + end);
        }
    }
}

package org.macrostate.engine.model;

import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.BadInput;

/** When a course in time is looked at, t = steps / N, ascending from 0 on. */
public record TimeGrid(List<Double> times) {
    /** As many rows as an answer holds in memory. */
    public static final int MOST_POINTS = 1_000_000;
    /** As many as are written while they are computed. */
    public static final int MOST_STREAMED = 1_000_000_000;

    /** @throws BadInput if there are no times, or they do not ascend from 0 on */
    public TimeGrid {
        if (!(times instanceof EvenTimes)) {
            times = List.copyOf(times);
            requireAscending(times);
        }
        if (times.isEmpty()) {
            throw new BadInput("at least one time is needed");
        }
    }

    private static void requireAscending(List<Double> times) {
        double last = 0;
        for (double t : times) {
            if (!(t >= last) || !Double.isFinite(t)) {
                throw new BadInput("times must ascend from 0 on, found " + t + " after " + last);
            }
            last = t;
        }
    }

    /** Equally spaced times from 0 to the end, both among them. */
    public static TimeGrid even(double until, int points) {
        if (!(until > 0) || !Double.isFinite(until)) {
            throw new BadInput("the end time must be positive and finite, was " + until);
        }
        if (points < 2 || points > MOST_STREAMED) {
            throw new BadInput("points in time must be from 2 to " + MOST_STREAMED + ", were " + points);
        }
        return new TimeGrid(new EvenTimes(until, points));
    }

    /** Whether there are more times than an answer holds rows. */
    public boolean isLong() {
        return times.size() > MOST_POINTS;
    }

    /** The same without time 0. */
    public TimeGrid afterStart() {
        return new TimeGrid(times.stream().filter(t -> t > 0).toList());
    }

    public double[] array() {
        double[] array = new double[times.size()];
        Arrays.setAll(array, times::get);
        return array;
    }

    public double end() {
        return times.get(times.size() - 1);
    }
}

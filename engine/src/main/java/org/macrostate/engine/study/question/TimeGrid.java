package org.macrostate.engine.study.question;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.BadInput;

/** When a course in time is looked at, t = steps / N, ascending from 0 on. */
public record TimeGrid(List<Double> times) {
    static final int MOST_POINTS = 1_000_000;

    /** @throws BadInput if there are no times, or they do not ascend from 0 on */
    public TimeGrid {
        times = List.copyOf(times);
        double last = 0;
        for (double t : times) {
            if (!(t >= last) || !Double.isFinite(t)) {
                throw new BadInput("times must ascend from 0 on, found " + t + " after " + last);
            }
            last = t;
        }
        if (times.isEmpty()) {
            throw new BadInput("at least one time is needed");
        }
    }

    /** Equally spaced times from 0 to the end, both among them. */
    public static TimeGrid even(double until, int points) {
        if (!(until > 0) || !Double.isFinite(until)) {
            throw new BadInput("the end time must be positive and finite, was " + until);
        }
        if (points < 2 || points > MOST_POINTS) {
            throw new BadInput("points in time must be from 2 to " + MOST_POINTS + ", were " + points);
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < points - 1; i++) {
            times.add(until * i / (points - 1));
        }
        times.add(until);
        return new TimeGrid(times);
    }

    /** The same without time 0. */
    public TimeGrid afterStart() {
        return new TimeGrid(times.stream().filter(t -> t > 0).toList());
    }

    public double[] array() {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double end() {
        return times.get(times.size() - 1);
    }
}

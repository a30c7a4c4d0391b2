package org.macrostate.solvers.sgd;

import java.util.List;
import org.macrostate.equations.BadInput;

/**
 * What all runs of a simulation share.
 *
 * @param times when to look, t = steps / N, ascending from 0; each is taken at the nearest whole step
 * @param reduced the exact overlap process in place of the vectors
 * @param seed the one seed; see {@link Seeds}
 */
public record RunSettings(List<Double> times, Start start, boolean reduced, long seed) {
    /**
     * @throws BadInput if there are no times, or they do not ascend from 0 on
     */
    public RunSettings {
        times = List.copyOf(times);
        if (times.isEmpty()) {
            throw new BadInput("a simulation needs at least one time to look at");
        }
        double last = 0;
        for (double t : times) {
            if (!(t >= last) || !Double.isFinite(t)) {
                throw new BadInput("times must ascend from 0 on, found " + t + " after " + last);
            }
            last = t;
        }
    }
}

package org.macrostate.solvers.sgd;

import java.util.List;
import org.macrostate.equations.BadInput;

/**
 * What all runs of a simulation share.
 *
 * @param times when to look, t = steps / N, ascending from 0; each is taken at the nearest whole step
 * @param reduced the exact overlap process in place of the vectors
 * @param seed the one seed; see {@link Seeds}
 * @param optimizer what is done with the gradient
 * @param inSinglePrecision vectors and noises of 24 bits, not for the overlap process
 */
public record RunSettings(
        List<Double> times, Start start, boolean reduced, long seed, Optimizer optimizer, boolean inSinglePrecision) {
    /** Plain SGD in double precision. */
    public RunSettings(List<Double> times, Start start, boolean reduced, long seed) {
        this(times, start, reduced, seed, Optimizer.SGD, false);
    }

    /**
     * @throws BadInput if there are no times, they do not ascend from 0 on, the overlap process is asked of another
     *     optimizer than SGD, or single precision of other runs than those of SGD in R^N
     */
    public RunSettings {
        times = List.copyOf(times);
        if (times.isEmpty()) {
            throw new BadInput("a simulation needs at least one time to look at");
        }
        if (reduced && !(optimizer instanceof Optimizer.Sgd)) {
            throw new BadInput("the overlap process (reduced) is that of plain SGD; with " + optimizer.text()
                    + " only the vectors themselves can be run");
        }
        if (inSinglePrecision && (reduced || !(optimizer instanceof Optimizer.Sgd))) {
            throw new BadInput("single precision (float) is for the vectors of plain SGD; "
                    + (reduced ? "the overlap process (reduced)" : optimizer.text()) + " runs in double precision");
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

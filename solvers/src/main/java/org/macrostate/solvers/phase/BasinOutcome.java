package org.macrostate.solvers.phase;

import java.util.Optional;
import org.macrostate.solvers.cycle.LimitCycle;
import org.macrostate.solvers.fixedpoint.FixedPoint;

/**
 * Where a start went: a stable state or a stable limit cycle after a time, or none and why.
 *
 * @param otherwise a negative number of {@link Basins} if it went to none
 */
public record BasinOutcome(Optional<FixedPoint> state, Optional<LimitCycle> cycle, int otherwise, double time) {
    static BasinOutcome none(int why) {
        return new BasinOutcome(Optional.empty(), Optional.empty(), why, Double.NaN);
    }
}

package org.macrostate.solvers.phase;

import java.util.Optional;
import org.macrostate.solvers.fixedpoint.FixedPoint;

/** Where a start went: a stable state after a time, or none and why. */
record BasinOutcome(Optional<FixedPoint> state, int otherwise, double time) {
    static BasinOutcome none(int why) {
        return new BasinOutcome(Optional.empty(), why, Double.NaN);
    }
}

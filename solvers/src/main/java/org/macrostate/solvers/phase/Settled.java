package org.macrostate.solvers.phase;

import java.util.Optional;
import org.macrostate.solvers.fixedpoint.FixedPoint;

/** Where a start went: a stable state after a time, or none and why. */
record Settled(Optional<FixedPoint> state, int otherwise, double time) {
    static Settled none(int why) {
        return new Settled(Optional.empty(), why, Double.NaN);
    }
}

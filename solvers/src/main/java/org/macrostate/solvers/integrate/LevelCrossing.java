package org.macrostate.solvers.integrate;

import org.macrostate.solvers.kernel.Kernel;

/**
 * The event that a quantity passes a level, in either direction.
 *
 * @param quantity a kernel on the same state and parameters
 * @param output which of its outputs
 */
public record LevelCrossing(Kernel quantity, int output, double level) {
    /** @throws IllegalArgumentException if there is no such output or the level is not finite */
    public LevelCrossing {
        if (output < 0 || output >= quantity.outputLength()) {
            throw new IllegalArgumentException(
                    "the output must be from 0 to below " + quantity.outputLength() + ", was " + output);
        }
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("the level must be finite, was " + level);
        }
    }
}

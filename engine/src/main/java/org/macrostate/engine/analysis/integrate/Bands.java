package org.macrostate.engine.analysis.integrate;

import org.macrostate.equations.BadInput;

/**
 * How wide finite-N runs scatter around the theory.
 *
 * @param dimension N
 * @param seed of the sampled diffusion, where moments have no closed form
 */
public record Bands(int dimension, long seed) {
    /** @throws BadInput unless the dimension is positive */
    public Bands {
        if (dimension < 1) {
            throw new BadInput("the dimension of bands must be at least 1, was " + dimension);
        }
    }
}

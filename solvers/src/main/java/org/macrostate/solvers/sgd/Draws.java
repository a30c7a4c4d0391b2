package org.macrostate.solvers.sgd;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** The random numbers of one run: xoshiro256++ with a modified ziggurat for normals. Not for two threads at once. */
final class Draws {
    private final UniformRandomProvider generator;
    private final SharedStateContinuousSampler gaussian;

    /**
     * @param state four words, not all zero
     */
    Draws(long[] state) {
        this.generator = RandomSource.XO_SHI_RO_256_PP.create(state);
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
    }

    double normal() {
        return gaussian.sample();
    }

    void normals(double[] into, int from, int to) {
        for (int k = from; k < to; k++) {
            into[k] = gaussian.sample();
        }
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return generator.nextDouble();
    }

    /** A sampler of χ² with this many degrees of freedom, at least 1, drawing from the same stream. */
    SharedStateContinuousSampler chiSquare(int degrees) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(generator, degrees / 2.0, 2.0);
    }
}

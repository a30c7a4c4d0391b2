package org.macrostate.solvers.sgd;

/**
 * Seeds of runs, split from one: a run's stream depends on the seed, the dimension, the run's index and the kind of
 * process, and on nothing else, so that runs may be added, resumed and spread over threads.
 *
 * <p>Each word passes through the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) with its golden-ratio
 * increment; four successive outputs seed xoshiro256++.
 */
public final class Seeds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** Four words of state for one run. */
    public static long[] of(long seed, int dimension, int run, boolean reduced) {
        long state = mix(seed + GOLDEN);
        state = mix(state ^ mix(dimension + 2 * GOLDEN));
        state = mix(state ^ mix(run + 3 * GOLDEN));
        state = mix(state ^ mix((reduced ? 1 : 0) + 4 * GOLDEN));
        long[] words = new long[4];
        for (int i = 0; i < words.length; i++) {
            state += GOLDEN;
            words[i] = mix(state);
        }
        return words;
    }

    private static long mix(long z) {
        long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}

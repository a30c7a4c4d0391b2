package org.macrostate.solvers.sgd;

import java.util.Map;

/** Where a run starts. Names are columns ({@code m[1,2]}) or all copies at once ({@code m}); the narrower one wins. */
public sealed interface Start {
    Map<String, Double> values();

    /**
     * Trained vectors with independent normal coordinates.
     *
     * @param values variances of the coordinates under the names of the norms ({@code Q}, {@code w.w}), 1 where nothing
     *     is said; starts of trained scalars
     */
    record Random(Map<String, Double> values) implements Start {
        public Random {
            values = Map.copyOf(values);
        }
    }

    /**
     * Vectors that have exactly these overlaps.
     *
     * @param values overlaps, 0 where nothing is said; starts of trained scalars
     */
    record Prescribed(Map<String, Double> values) implements Start {
        public Prescribed {
            values = Map.copyOf(values);
        }
    }
}

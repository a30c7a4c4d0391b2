package org.macrostate.equations.model;

import java.util.List;

/** The law of a random factor. */
public sealed interface Law {
    /** Mean 0, variance 1. */
    record Normal() implements Law {}

    /** Finitely many values with their probabilities, which add up to one. */
    record Discrete(List<Double> values, List<Double> probabilities) implements Law {
        public Discrete {
            values = List.copyOf(values);
            probabilities = List.copyOf(probabilities);
        }
    }

    /** Plus or minus one, equally likely. */
    static Law rademacher() {
        return new Discrete(List.of(-1.0, 1.0), List.of(0.5, 0.5));
    }
}

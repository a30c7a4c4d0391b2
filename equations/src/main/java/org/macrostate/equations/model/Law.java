package org.macrostate.equations.model;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/** The law of a random factor. */
public sealed interface Law {
    /** Mean 0, variance 1. */
    record Normal() implements Law {}

    /**
     * Finitely many values with their probabilities, which add up to one.
     *
     * @param probabilities in sizes and parameters
     */
    record Discrete(List<Double> values, List<Expression> probabilities) implements Law {
        public Discrete {
            values = List.copyOf(values);
            probabilities = List.copyOf(probabilities);
        }
    }

    /** Plus or minus one, equally likely. */
    static Law rademacher() {
        return new Discrete(List.of(-1.0, 1.0), List.of(Rational.HALF, Rational.HALF));
    }
}

package org.macrostate.equations.model;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/**
 * A sample as a linear combination of samples that are drawn independently. What a model makes from other samples,
 * {@code xt: x + Sqrt[Delta] noise}, is rewritten in these wherever it stands, so that everything behind the reader knows
 * independent samples only.
 */
record SampleComposition(List<Part> parts) {
    SampleComposition {
        parts = List.copyOf(parts);
    }

    /** @param coefficient in parameters, scalars and random factors */
    record Part(Expression coefficient, String sample) {}

    /** Of a sample that is drawn by itself. */
    static SampleComposition itself(String sample) {
        return new SampleComposition(List.of(new Part(Rational.ONE, sample)));
    }
}

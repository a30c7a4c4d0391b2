package org.macrostate.equations.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;

/** Numbers of copies, all bound. */
public record Sizes(Map<String, Integer> values) {
    private static final int LARGEST = 1000;

    public Sizes {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The model's own sizes with some of them replaced.
     *
     * @throws BadInput if a size is unknown, below 1 or above 1000
     */
    public static Sizes of(LearningProblem problem, Map<String, Integer> overrides) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (Declaration.Size size : problem.sizes()) {
            values.put(size.name(), size.value());
        }
        overrides.forEach((name, value) -> {
            if (!values.containsKey(name)) {
                throw BadInput.unknownName("size", name, values.keySet());
            }
            if (value < 1 || value > LARGEST) {
                throw new BadInput("size " + name + " must be from 1 to " + LARGEST + ", was " + value);
            }
            requireFree(problem, name, value);
            values.put(name, value);
        });
        return new Sizes(values);
    }

    private static void requireFree(LearningProblem problem, String name, int value) {
        for (Declaration.Size size : problem.sizes()) {
            if (!size.name().equals(name) || size.value() == value) {
                continue;
            }
            if (size.countsSamples()) {
                throw new BadInput(
                        "size " + name + " counts copies of a sample, which are written out where the model is"
                                + " read: change it in the model file, where it is " + size.value());
            }
            if (size.bound()) {
                throw new BadInput("size " + name + " is the number of terms of a sum inside of a function, so that the"
                        + " equations hold for " + name + " = " + size.value()
                        + " only: derive them from the model with the other size");
            }
        }
    }

    /** The value of an extent such as {@code M} or {@code Min[M, Ms]}. */
    public int of(Expression extent) {
        return SizeValue.of(extent, values);
    }
}

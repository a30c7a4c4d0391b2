package org.macrostate.equations.derive;

import java.util.List;

/**
 * One step of a derivation, as a person would write it.
 *
 * @param title what is done
 * @param length the shortest telling it belongs to
 * @param lines formulas, in the model's own symbols
 * @param rule which rule was applied, with its citation
 */
public record Step(String title, Length length, List<StepLine> lines, String rule) {
    public Step {
        lines = List.copyOf(lines);
    }

    /** A step of the whole telling. */
    public Step(String title, List<StepLine> lines, String rule) {
        this(title, Length.ALL, lines, rule);
    }
}

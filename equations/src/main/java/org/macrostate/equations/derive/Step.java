package org.macrostate.equations.derive;

import java.util.List;

/**
 * One step of a derivation, as a person would write it.
 *
 * @param title what is done
 * @param length the shortest form of the derivation in which the step is shown
 * @param lines formulas, in the model's own symbols
 * @param rule which rule was applied, with its citation
 */
public record Step(String title, Length length, List<StepLine> lines, String rule) {
    public Step {
        lines = List.copyOf(lines);
    }

    /** A step that is shown in the full form of the derivation only. */
    public Step(String title, List<StepLine> lines, String rule) {
        this(title, Length.ALL, lines, rule);
    }
}

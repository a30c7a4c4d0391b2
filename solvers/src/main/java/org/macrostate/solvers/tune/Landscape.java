package org.macrostate.solvers.tune;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that was tried.
 *
 * @param trials sorted by their constants, the first constant first
 */
public record Landscape(List<ScheduleConstant> constants, List<Trial> trials) {
    public Landscape {
        constants = List.copyOf(constants);
        trials = trials.stream()
                .sorted(Comparator.comparing(Trial::constants, java.util.Arrays::compare))
                .toList();
    }

    /** The trial with the least goal; empty if none reached it. */
    public Optional<Trial> best() {
        return trials.stream().filter(Trial::reached).min(Comparator.comparingDouble(Trial::goal));
    }
}

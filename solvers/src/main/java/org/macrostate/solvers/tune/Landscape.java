package org.macrostate.solvers.tune;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.macrostate.solvers.integrate.Tolerances;

/**
 * All that was tried.
 *
 * @param trials sorted by their constants, the first constant first
 * @param elsewhere where local searches ended that began far from the best and did not end beside it, with a higher goal
 *     between the two; the lowest goal first
 * @param searches local searches that were made
 * @param whole false if the search was cut before its end
 */
public record Landscape(
        List<ScheduleConstant> constants, List<Trial> trials, List<Trial> elsewhere, int searches, boolean whole) {
    public Landscape {
        constants = List.copyOf(constants);
        trials = trials.stream()
                .sorted(Comparator.comparing(Trial::constants, java.util.Arrays::compare))
                .toList();
        elsewhere = elsewhere.stream()
                .sorted(Comparator.comparingDouble(Trial::goal))
                .toList();
    }

    /** The trial with the least goal; empty if none reached it. */
    public Optional<Trial> best() {
        return trials.stream().filter(Trial::reached).min(Comparator.comparingDouble(Trial::goal));
    }

    /**
     * Whether the goal is the same for everything that was tried and reached it, within the tolerance of trajectories:
     * what differs then is rounding, and the least of it no optimum.
     */
    public boolean isFlat() {
        DoubleSummaryStatistics goals =
                trials.stream().filter(Trial::reached).mapToDouble(Trial::goal).summaryStatistics();
        double size = Math.max(Math.abs(goals.getMin()), Math.abs(goals.getMax()));
        return goals.getCount() > 1
                && goals.getMax() - goals.getMin()
                        <= Tolerances.DEFAULT.relative() * size + Tolerances.DEFAULT.absolute();
    }
}

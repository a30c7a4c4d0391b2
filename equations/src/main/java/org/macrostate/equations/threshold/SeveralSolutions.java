package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;

/** One analysis of a state for which the fixed-point equations have several solutions. */
final class SeveralSolutions {
    private SeveralSolutions() {}

    /**
     * The first with the others as notes and further analyses.
     *
     * @param solutions how many there are
     */
    static ThresholdAnalysis together(ThresholdAnalysis first, int solutions, List<ThresholdAnalysis> others) {
        List<String> notes = new ArrayList<>(first.notes());
        List<ThresholdAnalysis> different = new ArrayList<>();
        List<List<StabilityBlock>> known = new ArrayList<>(List.of(first.blocks()));
        int alike = 0;
        for (ThresholdAnalysis other : others) {
            if (!other.blocks().isEmpty() && known.contains(other.blocks())) {
                alike++;
            } else {
                known.add(other.blocks());
                different.add(other);
            }
        }
        notes.add("the fixed-point equations leave " + solutions + " solutions open to state '" + first.state()
                + "' at the current parameters; this is the first found"
                + (different.isEmpty() ? "" : ", and those whose stability is another follow")
                + (alike == 0
                        ? ""
                        : "; " + alike + (alike == 1 ? " has" : " have") + " the same stability as one shown"));
        return new ThresholdAnalysis(
                first.state(),
                first.solve(),
                first.values(),
                first.parameters(),
                first.blocks(),
                first.steps(),
                notes,
                different);
    }
}

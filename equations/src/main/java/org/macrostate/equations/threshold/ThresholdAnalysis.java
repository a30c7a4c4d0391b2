package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.tensor.Expression;

/**
 * The stability of a named state in symbols.
 *
 * @param solve label of the parameter solved for
 * @param values every state element at the state, by label, in the order of the state
 * @param parameters the numbers at which numeric values are given, by label
 * @param steps Jacobian block, characteristic polynomial, condition and solution, block by block
 * @param notes what does not belong to a single block
 * @param others of a state that leaves elements open, the same for each further solution whose stability is another
 */
public record ThresholdAnalysis(
        String state,
        String solve,
        Map<String, Expression> values,
        Map<String, Double> parameters,
        List<StabilityBlock> blocks,
        List<Step> steps,
        List<String> notes,
        List<ThresholdAnalysis> others) {
    public ThresholdAnalysis {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        blocks = List.copyOf(blocks);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        others = List.copyOf(others);
    }

    /** Whether the time for symbolic work was over before all blocks of all solutions were done. */
    public boolean isPart() {
        return blocks.stream().anyMatch(StabilityBlock::isOverTime)
                || others.stream().anyMatch(ThresholdAnalysis::isPart);
    }

    /** The same with one more note. */
    public ThresholdAnalysis noted(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new ThresholdAnalysis(state, solve, values, parameters, blocks, steps, more, others);
    }

    /** The boundaries of all blocks. */
    public List<StabilityBoundary> boundaries() {
        return blocks.stream().flatMap(block -> block.boundaries().stream()).toList();
    }
}

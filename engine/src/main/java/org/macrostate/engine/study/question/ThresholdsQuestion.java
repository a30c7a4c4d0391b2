package org.macrostate.engine.study.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;

/**
 * Where a named state gains or loses stability, in symbols. Parameters that are zero are put in as zero before anything
 * is solved, so that what is switched off does not lengthen the formulas; all others stay symbols.
 *
 * @param state a name among the model's states
 * @param solve the parameter solved for
 */
public record ThresholdsQuestion(String state, String solve) implements Question {
    @Override
    public String name() {
        return "thresholds";
    }

    @Override
    public ThresholdsAnswer answer(Subject subject, Work work) {
        requireFits(subject);
        Map<String, BigFraction> zeros = new LinkedHashMap<>();
        Map<String, Double> values = new LinkedHashMap<>();
        subject.parameterValues().forEach((label, value) -> {
            if (!label.equals(solve) && value == 0) {
                zeros.put(label, BigFraction.ZERO);
            } else {
                values.put(label, value);
            }
        });
        try (Progress.Stage stage = work.progress().begin(name(), 1)) {
            ThresholdRequest request = new ThresholdRequest(state, solve, zeros, values);
            ThresholdsAnswer answer = new ThresholdsAnswer(
                    subject.problem(),
                    Thresholds.of(subject.system(), subject.sizes(), request),
                    List.copyOf(zeros.keySet()));
            stage.advance(1);
            return answer;
        }
    }

    @Override
    public void requireFits(Subject subject) {
        if (subject.problem().state(state).isEmpty()) {
            throw BadInput.unknownName(
                    "state",
                    state,
                    subject.problem().states().stream()
                            .map(Declaration.NamedState::name)
                            .toList());
        }
        subject.layout().position(solve);
    }
}

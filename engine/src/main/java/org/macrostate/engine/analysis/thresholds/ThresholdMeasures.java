package org.macrostate.engine.analysis.thresholds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.PointBlock;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.threshold.StabilityBoundary;

/**
 * {@code threshold STATE PARAMETER}: where the state gains or loses stability as the parameter varies and the others stay
 * at the point; of several such values the nearest to the parameter's own.
 */
final class ThresholdMeasures implements PointMeasures {
    private static final String BEGIN = "threshold ";
    private static final List<String> FILLING = List.of("of", "in", "state");

    @Override
    public List<String> forms() {
        return List.of("threshold STATE PARAMETER");
    }

    @Override
    public boolean reads(String text, ModelInstance subject) {
        return text.startsWith(BEGIN);
    }

    @Override
    public Prepared prepare(List<String> texts, ModelInstance subject, Circumstances circumstances) {
        List<ThresholdsQuestion> questions =
                texts.stream().map(ThresholdMeasures::question).toList();
        questions.forEach(question -> question.requireFits(subject));
        Forms closed = new Forms(questions, subject);
        return block -> {
            Map<Integer, ClosedThreshold> forms = closed.varying(block.names());
            List<List<PointValue>> values = new ArrayList<>();
            for (int point = 0; point < block.values().length; point++) {
                List<PointValue> row = new ArrayList<>();
                for (int q = 0; q < questions.size(); q++) {
                    double own = block.parameters(point)[
                            subject.layout().position(questions.get(q).solve())];
                    Optional<ClosedThreshold> form = Optional.ofNullable(forms.get(q));
                    row.add(value(
                            texts.get(q),
                            own,
                            form.isPresent()
                                    ? form.get().values(labelled(block, point))
                                    : solved(questions.get(q), block.subject(point))));
                }
                values.add(row);
            }
            return values;
        };
    }

    private static ThresholdsQuestion question(String text) {
        List<String> words = Arrays.stream(text.substring(BEGIN.length()).split(" ", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !FILLING.contains(word))
                .toList();
        if (words.size() != 2) {
            throw new BadInput("expected 'threshold STATE PARAMETER', found '" + text + "'");
        }
        return new ThresholdsQuestion(words.get(0), words.get(1));
    }

    /** Formulas by question, made when the first block says which parameters vary. */
    private static final class Forms {
        private final List<ThresholdsQuestion> questions;
        private final ModelInstance subject;
        private Optional<Map<Integer, ClosedThreshold>> made = Optional.empty();

        Forms(List<ThresholdsQuestion> questions, ModelInstance subject) {
            this.questions = questions;
            this.subject = subject;
        }

        synchronized Map<Integer, ClosedThreshold> varying(List<String> names) {
            Map<Integer, ClosedThreshold> forms = made.orElseGet(() -> make(names));
            made = Optional.of(forms);
            return forms;
        }

        private Map<Integer, ClosedThreshold> make(List<String> names) {
            Map<Integer, ClosedThreshold> forms = new LinkedHashMap<>();
            for (int q = 0; q < questions.size(); q++) {
                int at = q;
                ClosedThreshold.of(questions.get(q), subject, names).ifPresent(form -> forms.put(at, form));
            }
            return forms;
        }
    }

    private static Map<String, Double> labelled(PointBlock block, int point) {
        Map<String, Double> values = new LinkedHashMap<>();
        double[] parameters = block.parameters(point);
        List<String> labels = block.subject().layout().labels();
        for (int i = 0; i < parameters.length; i++) {
            values.put(labels.get(i), parameters[i]);
        }
        return values;
    }

    /** In symbols again at this very point, where a form in all parameters does not say it. */
    private static List<Double> solved(ThresholdsQuestion question, ModelInstance at) {
        return question
                .answer(at, new ExecutionContext(new Runner(1), Progress.SILENT))
                .analysis()
                .boundaries()
                .stream()
                .filter(StabilityBoundary::decides)
                .map(StabilityBoundary::value)
                .filter(Double::isFinite)
                .toList();
    }

    private static PointValue value(String text, double own, List<Double> all) {
        List<Double> values = all.stream().distinct().toList();
        if (values.isEmpty()) {
            return PointValue.none(text + ": its stability does not change there");
        }
        double nearest = values.stream()
                .min(Comparator.<Double>comparingDouble(value -> Math.abs(value - own))
                        .thenComparing(value -> value))
                .orElse(Double.NaN);
        return new PointValue(
                nearest, values.size() == 1 ? "" : text + ": the nearest of " + values.size() + " to " + own);
    }
}

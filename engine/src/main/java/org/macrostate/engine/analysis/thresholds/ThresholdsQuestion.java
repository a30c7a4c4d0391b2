package org.macrostate.engine.analysis.thresholds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.threshold.Minima;
import org.macrostate.equations.threshold.SeriesOrder;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;

/**
 * Where a named state gains or loses stability, in symbols. Parameters that are zero are put in as zero before anything
 * is solved, so that what is switched off does not lengthen the formulas; all others stay symbols.
 *
 * @param state a name among the model's states
 * @param solve the parameter solved for
 * @param series in what boundaries without a closed form are expanded, if in anything
 * @param minimise an observable whose least value along the state is wanted, if any
 * @param isFull whether words write out long polynomials
 */
public record ThresholdsQuestion(
        String state, String solve, Optional<SeriesOrder> series, Optional<String> minimise, boolean isFull)
        implements Question {
    private static final String NO_MINIMUM =
            "the time limit ended the work before the least value along the state was found";

    /** Stability alone. */
    public ThresholdsQuestion(String state, String solve) {
        this(state, solve, Optional.empty(), Optional.empty(), false);
    }

    /**
     * Reads {@code tau:3}.
     *
     * @throws BadInput if it is no parameter with an order
     */
    public static SeriesOrder series(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new BadInput("expected PARAMETER:ORDER, found '" + text + "'");
        }
        String parameter = text.substring(0, colon).strip();
        return new SeriesOrder(
                parameter, NumberReader.wholeNumber("order of the series in " + parameter, text.substring(colon + 1)));
    }

    @Override
    public String name() {
        return "thresholds";
    }

    @Override
    public ThresholdsAnswer answer(ModelInstance subject, ExecutionContext work) {
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
            ThresholdRequest request = new ThresholdRequest(state, solve, zeros, values, series);
            ThresholdsAnswer answer =
                    subject.limit().partly("solving for the threshold", () -> solved(subject, request, zeros));
            stage.advance(1);
            return answer;
        }
    }

    private ThresholdsAnswer solved(ModelInstance subject, ThresholdRequest request, Map<String, BigFraction> zeros) {
        OrderParameterSystem system = subject.system();
        ThresholdAnalysis analysis = subject.thresholds(request);
        List<Minima> minima = new ArrayList<>();
        if (!analysis.isPart()) {
            TimeLimit.cuts(() -> minimise.ifPresent(
                    observable -> minima.add(Minima.of(system, subject.sizes(), request, observable))));
        }
        boolean isCut = minimise.isPresent() && minima.isEmpty();
        return new ThresholdsAnswer(
                subject.problem(),
                system.limit(),
                isCut ? analysis.noted(NO_MINIMUM) : analysis,
                minima.stream().findFirst(),
                List.copyOf(zeros.keySet()));
    }

    @Override
    public void requireFits(ModelInstance subject) {
        if (subject.problem().state(state).isEmpty()) {
            throw BadInput.unknownName(
                    "state",
                    state,
                    subject.problem().states().stream()
                            .map(Declaration.NamedState::name)
                            .toList());
        }
        subject.layout().position(solve);
        series.ifPresent(order -> subject.layout().position(order.parameter()));
        minimise.ifPresent(observable -> {
            List<String> known =
                    subject.problem().observables().stream().map(o -> o.name()).toList();
            if (!known.contains(observable)) {
                throw BadInput.unknownName("observable", observable, known);
            }
        });
    }
}

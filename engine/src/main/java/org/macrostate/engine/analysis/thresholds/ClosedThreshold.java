package org.macrostate.engine.analysis.thresholds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.equations.threshold.StabilityBlock;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;

/**
 * The boundaries of a state as formulas in all parameters, with the conditions of its stability: which boundary counts at
 * some values is told by these, on both sides.
 */
final class ClosedThreshold {
    private static final double ASIDE = 1e-6;

    private final String solve;
    private final List<NumberFormula> boundaries = new ArrayList<>();
    private final List<NumberFormula> conditions = new ArrayList<>();

    private ClosedThreshold(String solve) {
        this.solve = solve;
    }

    /**
     * The formulas, if all of the state's boundaries have one and it has no second solution.
     *
     * @param varied parameters that are not put in as zero even where they are
     */
    static Optional<ClosedThreshold> of(ThresholdsQuestion question, ModelInstance subject, List<String> varied) {
        Map<String, BigFraction> zeros = new LinkedHashMap<>();
        Map<String, Double> values = new LinkedHashMap<>();
        subject.parameterValues().forEach((label, value) -> {
            boolean stays = varied.stream().noneMatch(name -> label.equals(name) || label.startsWith(name + "["));
            if (stays && value == 0 && !label.equals(question.solve())) {
                zeros.put(label, BigFraction.ZERO);
            } else {
                values.put(label, value);
            }
        });
        ThresholdRequest request =
                new ThresholdRequest(question.state(), question.solve(), zeros, values, Optional.empty());
        ThresholdAnalysis analysis = subject.limit().of("solving for the threshold", () -> subject.thresholds(request));
        boolean known = analysis.others().isEmpty()
                && analysis.blocks().stream().allMatch(StabilityBlock::isInSymbols)
                && analysis.boundaries().stream()
                        .allMatch(boundary -> boundary.closedForm().isPresent());
        if (!known) {
            return Optional.empty();
        }
        ClosedThreshold closed = new ClosedThreshold(question.solve());
        List<String> labels = subject.layout().labels();
        for (StabilityBoundary boundary : analysis.boundaries()) {
            boundary.closedForm()
                    .ifPresent(form -> closed.boundaries.add(NumberFormula.of(form, labels, subject.sizes())));
        }
        for (StabilityBlock block : analysis.blocks()) {
            block.stableWhen().forEach(form -> closed.conditions.add(NumberFormula.of(form, labels, subject.sizes())));
        }
        return Optional.of(closed);
    }

    /** Values of the parameter on whose two sides the state is stable and is not. */
    List<Double> values(Map<String, Double> at) {
        return boundaries.stream()
                .map(form -> form.at(at))
                .filter(value -> Double.isFinite(value) && isStable(at, value, -1) != isStable(at, value, 1))
                .toList();
    }

    private boolean isStable(Map<String, Double> at, double value, int side) {
        Map<String, Double> beside = new LinkedHashMap<>(at);
        beside.put(solve, value + side * ASIDE * Math.max(Math.abs(value), ASIDE));
        return conditions.stream().allMatch(condition -> condition.at(beside) > 0);
    }
}

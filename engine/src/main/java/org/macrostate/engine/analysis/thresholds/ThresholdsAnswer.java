package org.macrostate.engine.analysis.thresholds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.engine.analysis.ClosedForms;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.model.SymbolicText;
import org.macrostate.engine.output.DataTable;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.threshold.BoundarySeries;
import org.macrostate.equations.threshold.Minima;
import org.macrostate.equations.threshold.StabilityBlock;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdAnalysis;

/**
 * The stability of a state in symbols.
 *
 * @param limit of the learning rates
 * @param minima of an observable along the state, if asked for
 * @param zeros labels of the parameters that were put in as zero
 */
public record ThresholdsAnswer(
        LearningProblem problem, Limit limit, ThresholdAnalysis analysis, Optional<Minima> minima, List<String> zeros)
        implements ClosedForms {
    /** As a quantity: boundaries at which the state as a whole changes stability, at the current values of the others. */
    private static final String STABILITY_CHANGE = "stability change";

    @Override
    public List<Boundary> boundaries() {
        return analysis.boundaries().stream()
                .filter(boundary -> boundary.leadingPoints() > 0)
                .flatMap(boundary -> boundary.closedForm().map(form -> new Boundary(boundary.solve(), form)).stream())
                .toList();
    }

    @Override
    public List<Expression> formulas(String of) {
        if (of.equals(STABILITY_CHANGE)) {
            return analysis.boundaries().stream()
                    .filter(StabilityBoundary::decides)
                    .flatMap(boundary -> boundary.closedForm().stream())
                    .toList();
        }
        if (!of.isEmpty()) {
            return Stream.concat(
                            Optional.ofNullable(analysis.values().get(of)).stream(),
                            minima.filter(m -> m.observable().equals(of)).map(Minima::along).stream())
                    .toList();
        }
        Stream<Expression> boundaries = analysis.boundaries().stream()
                .flatMap(b -> b.closedForm().or(() -> b.series().map(BoundarySeries::sum)).stream());
        Stream<Expression> places =
                minima.stream().flatMap(m -> m.found().stream()).map(Minima.Minimum::place);
        return Stream.concat(places, boundaries).toList();
    }

    @Override
    public Outcome outcome() {
        return analysis.isPart()
                ? new Outcome.NotConverged("the time for symbolic work was over before all blocks were done")
                : Outcome.DONE;
    }

    @Override
    public List<DataTable> tables() {
        return List.of();
    }

    @Override
    public Map<String, Object> json() {
        SymbolicText symbolic = new SymbolicText(problem);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", analysis.state());
        json.put("solve", analysis.solve());
        json.put("limit", limit.text());
        json.put("zero", zeros);
        Map<String, Object> values = new LinkedHashMap<>();
        analysis.values().forEach((label, value) -> values.put(label, symbolic.json(value)));
        json.put("values", values);
        json.put(
                "blocks", analysis.blocks().stream().map(b -> json(symbolic, b)).toList());
        if (!analysis.others().isEmpty()) {
            json.put(
                    "other solutions",
                    analysis.others().stream().map(o -> json(symbolic, o)).toList());
        }
        minima.ifPresent(m -> json.put("minima", json(symbolic, m)));
        json.put("notes", analysis.notes());
        return json;
    }

    private static Map<String, Object> json(SymbolicText symbolic, Minima minima) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("observable", minima.observable());
        json.put("along the state", symbolic.json(minima.along()));
        json.put("solve", minima.solve());
        json.put(
                "at",
                minima.found().stream()
                        .map(minimum -> {
                            Map<String, Object> at = new LinkedHashMap<>();
                            at.put("closed form", symbolic.json(minimum.place()));
                            at.put("value", minimum.value());
                            at.put("least", symbolic.json(minimum.least()));
                            at.put("checked points", minimum.checkedPoints());
                            return at;
                        })
                        .toList());
        json.put("notes", minima.notes());
        return json;
    }

    private static Map<String, Object> json(SymbolicText symbolic, ThresholdAnalysis other) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        other.values().forEach((label, value) -> values.put(label, symbolic.json(value)));
        json.put("values", values);
        json.put("blocks", other.blocks().stream().map(b -> json(symbolic, b)).toList());
        json.put("notes", other.notes());
        return json;
    }

    private static Map<String, Object> json(SymbolicText symbolic, StabilityBlock block) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("variables", block.variables());
        json.put("multiplicity", block.multiplicity());
        json.put("sector", block.sector().text());
        json.put("characteristic polynomial", symbolic.json(block.characteristicPolynomial()));
        json.put(
                "stable when",
                block.stableWhen().stream()
                        .filter(e -> !(e instanceof Rational))
                        .map(symbolic::positive)
                        .toList());
        json.put("never stable", block.isNeverStable());
        json.put("neutral", block.isNeutral());
        json.put(
                "boundaries",
                block.boundaries().stream().map(b -> json(symbolic, b)).toList());
        json.put("notes", block.notes());
        return json;
    }

    private static Map<String, Object> json(SymbolicText symbolic, StabilityBoundary boundary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("solve", boundary.solve());
        json.put(
                "closed form", boundary.closedForm().<Object>map(symbolic::json).orElse(Optional.empty()));
        json.put("value", boundary.value());
        json.put("kind", boundary.kind().text());
        json.put("event", boundary.event().text());
        json.put("decides", boundary.decides());
        json.put("vanishes", symbolic.json(boundary.polynomial()));
        json.put("checked points", boundary.checkedPoints());
        if (boundary.root() > 0) {
            json.put("root", root(boundary));
        }
        boundary.series().ifPresent(series -> json.put("series", json(symbolic, series)));
        return json;
    }

    /** Which root of what "vanishes" says, as a function of the other parameters. */
    private static Map<String, Object> root(StabilityBoundary boundary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", "vanishes");
        json.put("in", boundary.solve());
        json.put("number", boundary.root());
        return json;
    }

    private static Map<String, Object> json(SymbolicText symbolic, BoundarySeries series) {
        Map<String, Object> json = new LinkedHashMap<>(symbolic.json(series.sum()));
        json.put("in", series.parameter());
        json.put("order", series.order());
        json.put("omitted power", series.omitted());
        json.put("checked points", series.checkedPoints());
        return json;
    }
}

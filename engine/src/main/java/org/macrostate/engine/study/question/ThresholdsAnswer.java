package org.macrostate.engine.study.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.study.output.DataTable;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.threshold.Boundary;
import org.macrostate.equations.threshold.StabilityBlock;
import org.macrostate.equations.threshold.ThresholdAnalysis;

/** @param zeros labels of the parameters that were put in as zero */
public record ThresholdsAnswer(LearningProblem problem, ThresholdAnalysis analysis, List<String> zeros)
        implements Answer {
    @Override
    public Outcome outcome() {
        return Outcome.DONE;
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
        json.put("zero", zeros);
        Map<String, Object> values = new LinkedHashMap<>();
        analysis.values().forEach((label, value) -> values.put(label, symbolic.json(value)));
        json.put("values", values);
        json.put(
                "blocks", analysis.blocks().stream().map(b -> json(symbolic, b)).toList());
        json.put("notes", analysis.notes());
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
                block.stableWhen().stream().map(symbolic::positive).toList());
        json.put(
                "boundaries",
                block.boundaries().stream().map(b -> json(symbolic, b)).toList());
        json.put("notes", block.notes());
        return json;
    }

    private static Map<String, Object> json(SymbolicText symbolic, Boundary boundary) {
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
        return json;
    }
}

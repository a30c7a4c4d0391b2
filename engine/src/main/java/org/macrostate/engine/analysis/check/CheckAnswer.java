package org.macrostate.engine.analysis.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.StatisticalTest;
import org.macrostate.engine.output.DataTable;
import org.macrostate.solvers.finitesize.CheckResult;
import org.macrostate.solvers.finitesize.Extrapolation;
import org.macrostate.solvers.finitesize.LearningReach;
import org.macrostate.solvers.finitesize.Quantity;
import org.macrostate.solvers.integrate.QuadratureAlong;

/**
 * A verdict.
 *
 * @param level chance of failing a right theory
 * @param numerical how far numerical integration is off along the mean course at the largest dimension; empty where every
 *     expectation is a closed form
 * @param reach how far the runs came; empty if none came to the end
 */
public record CheckAnswer(
        CheckQuestion asked,
        CheckResult result,
        double level,
        Optional<QuadratureAlong> numerical,
        Optional<LearningReach> reach)
        implements StatisticalTest {
    private static final String MEAN = "simulation";
    private static final String ERROR = "standard error";

    @Override
    public boolean isOfRuns() {
        return true;
    }

    @Override
    public Optional<String> standardErrorOf(String column) {
        return column.equals(MEAN) ? Optional.of(ERROR) : Optional.empty();
    }

    @Override
    public int judged() {
        return result.extrapolations().size();
    }

    private static final List<String> COLUMNS =
            List.of("name", "dimension", "t", "theory", MEAN, ERROR, "predicted standard error", "z");

    @Override
    public Outcome outcome() {
        return switch (result.verdict()) {
            case PASSED -> Outcome.DONE;
            case FAILED -> new Outcome.CheckFailed(result.explanation());
            case INCONCLUSIVE -> new Outcome.NotConverged(result.explanation());
        };
    }

    @Override
    public List<String> notes() {
        List<String> notes =
                new ArrayList<>(numerical.map(QuadratureAlong::told).stream().toList());
        reach.filter(LearningReach::isLittle)
                .ifPresent(r -> notes.add("the verdict holds for a beginning only: " + r.told()));
        return notes;
    }

    @Override
    public List<DataTable> tables() {
        List<List<Object>> rows = new ArrayList<>();
        for (Quantity q : result.quantities()) {
            rows.add(List.copyOf(json(q).values()));
        }
        return List.of(new DataTable(CheckQuestion.TABLE, COLUMNS, rows));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passed", result.passed());
        json.put("verdict", result.verdict().name().toLowerCase(java.util.Locale.ROOT));
        json.put("explanation", result.explanation());
        json.put("level", level);
        json.put(
                "quantities",
                result.quantities().stream().map(CheckAnswer::json).toList());
        json.put(
                "extrapolations",
                result.extrapolations().stream().map(CheckAnswer::json).toList());
        json.put("scaling exponent", result.scalingExponent());
        json.put("scaling exponent error", result.scalingExponentError());
        json.put("bias exponent", result.biasExponent());
        json.put("bias exponent error", result.biasExponentError());
        numerical.ifPresent(along -> json.put("quadrature error", along.json()));
        reach.ifPresent(r -> json.put("reach", r.json()));
        return json;
    }

    private static Map<String, Object> json(Quantity q) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", q.name());
        json.put("dimension", q.dimension());
        json.put("t", q.t());
        json.put("theory", q.theory());
        json.put("simulation", q.simulation());
        json.put("standard error", q.standardError());
        json.put("predicted standard error", q.predictedStandardError());
        json.put("z", q.z());
        return json;
    }

    private static Map<String, Object> json(Extrapolation e) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", e.name());
        json.put("t", e.t());
        json.put("dimensions", e.dimensions());
        json.put("deviation", e.deviation());
        json.put("standard error", e.standardError());
        json.put("score", e.score());
        json.put("probability", e.adjusted());
        return json;
    }
}

package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.tune.Landscape;
import org.macrostate.solvers.tune.ScheduleConstant;
import org.macrostate.solvers.tune.Trial;

/**
 * The best constants found, and all that were tried.
 *
 * @param scheduled texts of the schedules, by parameter
 * @param course what the best schedule does in time, beside what happens without; no rows if nothing reaches the goal
 * @param without the goal with these parameters held at their own values; +∞ if it is not reached so
 * @param simpler the best constant and the best straight line, where a free form was asked for
 * @param notes that the optimum lies on an edge or is one of several, and which trials were inadmissible
 */
public record TuneAnswer(
        TuneGoal goal,
        Map<String, String> scheduled,
        Landscape landscape,
        double without,
        DataTable course,
        List<SimplerForm> simpler,
        List<String> notes)
        implements Answer {
    public static final String GOAL = "goal";

    public TuneAnswer {
        simpler = List.copyOf(simpler);
        notes = List.copyOf(notes);
        scheduled = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(scheduled));
    }

    @Override
    public Outcome outcome() {
        return landscape.best().isPresent()
                ? Outcome.DONE
                : new Outcome.NotConverged("none of the " + landscape.trials().size()
                        + " values tried reaches the goal '" + goal.text() + "' by t = "
                        + goal.goal().end());
    }

    /** Names of the constants. */
    public List<String> constants() {
        return landscape.constants().stream().map(ScheduleConstant::name).toList();
    }

    /** How many times sooner a time is reached with the schedule; empty for other goals, and where either is not reached. */
    public OptionalDouble speedUp() {
        double best = landscape.best().map(Trial::goal).orElse(0.0);
        return goal.isTime() && best > 0 && Double.isFinite(without)
                ? OptionalDouble.of(without / best)
                : OptionalDouble.empty();
    }

    @Override
    public List<DataTable> tables() {
        List<String> columns = new ArrayList<>(constants());
        columns.add(GOAL);
        List<List<Object>> rows = landscape.trials().stream()
                .map(trial -> List.<Object>copyOf(JsonNumbers.list(
                        DoubleStream.concat(DoubleStream.of(trial.constants()), DoubleStream.of(trial.goal()))
                                .toArray())))
                .toList();
        return List.of(new DataTable(TuneQuestion.TABLE, columns, rows), course);
    }

    /** The result without the landscape, for people. */
    public DataTable summary() {
        List<String> columns = new ArrayList<>(constants());
        columns.addAll(List.of(goal.text(), "without schedule"));
        List<List<Object>> rows = new ArrayList<>();
        landscape.best().ifPresent(best -> {
            List<Object> row = new ArrayList<>(JsonNumbers.list(best.constants()));
            row.add(best.goal());
            row.add(Double.isFinite(without) ? (Object) without : "not reached");
            rows.add(row);
        });
        return new DataTable("summary", columns, rows);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        Optional<Trial> best = landscape.best();
        json.put("schedule", scheduled);
        json.put(
                "best",
                best.<Object>map(b -> JsonNumbers.byName(constants(), b.constants()))
                        .orElse(Optional.empty()));
        json.put(GOAL, best.<Object>map(Trial::goal).orElse(Optional.empty()));
        json.put("without schedule", finite(without));
        OptionalDouble speedUp = speedUp();
        if (goal.isTime()) {
            json.put("speed-up", speedUp.isPresent() ? (Object) speedUp.getAsDouble() : Optional.empty());
        }
        if (!simpler.isEmpty()) {
            Map<String, Object> forms = new LinkedHashMap<>();
            for (SimplerForm form : simpler) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("values", form.values());
                one.put(GOAL, finite(form.goal()));
                forms.put(form.form(), one);
            }
            json.put("simple forms", forms);
        }
        json.put("complete", landscape.whole());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("columns", course.columns());
        told.put("rows", course.rows());
        json.put("course", told);
        json.put("landscape", landscape.trials().stream().map(this::json).toList());
        return json;
    }

    private Map<String, Object> json(Trial trial) {
        Map<String, Object> json = new LinkedHashMap<>(JsonNumbers.byName(constants(), trial.constants()));
        json.put(GOAL, finite(trial.goal()));
        return json;
    }

    /** A goal that is not reached is {@code null} in JSON. */
    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : Optional.empty();
    }
}

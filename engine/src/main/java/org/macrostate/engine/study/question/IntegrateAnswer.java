package org.macrostate.engine.study.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.study.output.DataTable;
import org.macrostate.engine.study.output.JsonNumbers;
import org.macrostate.solvers.integrate.Trajectory;

/**
 * Courses of the order parameters.
 *
 * @param labels of the state
 * @param observables their names
 * @param start the state at time 0; not to be modified
 */
public record IntegrateAnswer(
        Curves kind, List<String> labels, List<String> observables, double[] start, List<Curve> curves)
        implements Answer {

    /**
     * One of them.
     *
     * @param value of the parameter that tells curves apart; empty if there is one curve
     * @param observables one row a time
     */
    public record Curve(Optional<Double> value, Trajectory trajectory, double[][] observables) {}

    @Override
    public Outcome outcome() {
        List<String> failures = new ArrayList<>();
        for (Curve curve : curves) {
            if (!curve.trajectory().completed()) {
                String where = curve.value()
                        .map(v -> "at " + kind.parameter() + " = " + v + ": ")
                        .orElse("");
                failures.add(where + curve.trajectory().message());
            }
        }
        return failures.isEmpty() ? Outcome.DONE : new Outcome.NotConverged(String.join("; ", failures));
    }

    @Override
    public List<DataTable> tables() {
        List<String> columns = new ArrayList<>(kind.columns());
        columns.add("t");
        columns.addAll(labels);
        columns.addAll(observables);
        List<List<Object>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            double[] times = curve.trajectory().times();
            for (int i = 0; i < times.length; i++) {
                List<Object> row = new ArrayList<>();
                curve.value().ifPresent(row::add);
                row.add(times[i]);
                row.addAll(JsonNumbers.list(curve.trajectory().states()[i]));
                row.addAll(JsonNumbers.list(curve.observables()[i]));
                rows.add(row);
            }
        }
        return List.of(new DataTable(IntegrateQuestion.TABLE, columns, rows));
    }

    @Override
    public Map<String, Object> json() {
        DataTable table = tables().get(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", JsonNumbers.byName(labels, start));
        json.put("curves", curves.stream().map(this::json).toList());
        json.put("columns", table.columns());
        json.put("rows", table.rows());
        return json;
    }

    private Map<String, Object> json(Curve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        curve.value().ifPresent(value -> json.put(kind.parameter(), value));
        json.put(
                "status",
                curve.trajectory()
                        .status()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' '));
        json.put("reached", curve.trajectory().reachedTime());
        json.put("steps", curve.trajectory().steps());
        curve.trajectory().stiffFrom().ifPresent(t -> json.put("stiff from", t));
        return json;
    }
}

package org.macrostate.engine.study.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.study.output.DataTable;
import org.macrostate.engine.study.output.JsonNumbers;
import org.macrostate.solvers.sgd.Run;

/**
 * Runs of SGD.
 *
 * @param names of the columns: order parameters, observables
 */
public record SimulateAnswer(SimulateQuestion asked, List<String> names, List<Curve> curves) implements Answer {

    /**
     * The runs at one value of the parameter that tells curves apart.
     *
     * @param value empty if there is one curve
     * @param runs one row for each time that a run reached
     * @param outcomes how each run ended
     */
    public record Curve(Optional<Double> value, List<double[][]> runs, List<Run.Outcome> outcomes) {}

    @Override
    public Outcome outcome() {
        long lost = curves.stream()
                .flatMap(curve -> curve.outcomes().stream())
                .filter(outcome -> !(outcome instanceof Run.Completed))
                .count();
        return lost == 0
                ? Outcome.DONE
                : new Outcome.NotConverged(
                        lost + " of " + asked.runs() * curves.size() + " runs did not reach the end");
    }

    @Override
    public List<DataTable> tables() {
        List<String> columns = new ArrayList<>(asked.curves().columns());
        columns.add("run");
        columns.add("t");
        columns.addAll(names);
        List<List<Object>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            for (int run = 0; run < curve.runs().size(); run++) {
                double[][] states = curve.runs().get(run);
                for (int i = 0; i < states.length; i++) {
                    List<Object> row = new ArrayList<>();
                    curve.value().ifPresent(row::add);
                    row.add(run + 1);
                    row.add(asked.times().times().get(i));
                    row.addAll(JsonNumbers.list(states[i]));
                    rows.add(row);
                }
            }
        }
        return List.of(new DataTable(SimulateQuestion.TABLE, columns, rows));
    }

    @Override
    public Map<String, Object> json() {
        DataTable table = tables().get(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dimension", asked.dimension());
        json.put("runs", asked.runs());
        json.put("reduced", asked.reduced());
        json.put("columns", table.columns());
        json.put("rows", table.rows());
        return json;
    }
}

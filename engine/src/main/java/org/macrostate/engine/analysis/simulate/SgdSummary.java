package org.macrostate.engine.analysis.simulate;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.FiniteRuns;
import org.macrostate.engine.output.DataTable;

/** Mean and standard deviation over the runs of a simulation, of one quantity. */
record SgdSummary(SimulateAnswer answer, String quantity) {
    /** One for each curve. */
    List<FiniteRuns.Mean> means() {
        return answer.curves().stream().map(this::mean).toList();
    }

    private FiniteRuns.Mean mean(SimulateAnswer.Curve curve) {
        int column = answer.names().indexOf(quantity);
        List<double[][]> whole = curve.runs().stream()
                .filter(run -> run.length == answer.asked().times().times().size())
                .toList();
        int n = whole.isEmpty() ? 0 : whole.get(0).length;
        double[] mean = new double[n];
        double[] deviation = new double[n];
        for (int i = 0; i < n; i++) {
            for (double[][] run : whole) {
                mean[i] += run[i][column] / whole.size();
            }
            for (double[][] run : whole) {
                deviation[i] += Math.pow(run[i][column] - mean[i], 2) / Math.max(1, whole.size() - 1);
            }
            deviation[i] = Math.sqrt(deviation[i]);
        }
        double[] t = answer.asked().times().array();
        return new FiniteRuns.Mean(curve.value(), java.util.Arrays.copyOf(t, n), mean, deviation);
    }

    DataTable table(String name) {
        List<String> columns = new ArrayList<>();
        if (!answer.asked().curves().values().isEmpty()) {
            columns.add(answer.asked().curves().parameter());
        }
        columns.addAll(List.of("t", FiniteRuns.MEAN, FiniteRuns.DEVIATION));
        List<List<Object>> rows = new ArrayList<>();
        for (FiniteRuns.Mean course : means()) {
            for (int i = 0; i < course.t().length; i++) {
                List<Object> row = new ArrayList<>();
                course.value().ifPresent(row::add);
                row.addAll(List.of(course.t()[i], course.mean()[i], course.deviation()[i]));
                rows.add(row);
            }
        }
        return new DataTable(name, columns, rows);
    }
}

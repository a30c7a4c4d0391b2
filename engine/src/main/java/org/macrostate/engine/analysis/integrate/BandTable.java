package org.macrostate.engine.analysis.integrate;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;

/**
 * Where a run lies two times out of three by the theory's own account: one standard deviation to either side of it.
 *
 * @param column of the quantity among order parameters and observables
 */
record BandTable(IntegrateAnswer answer, int column, String name) {
    private static final String LOWER = "lower";
    private static final String UPPER = "upper";

    boolean isEmpty() {
        return answer.curves().stream().allMatch(curve -> curve.band().isEmpty());
    }

    DataTable table() {
        List<String> columns = new ArrayList<>();
        if (!answer.kind().values().isEmpty()) {
            columns.add(answer.kind().parameter());
        }
        columns.addAll(List.of("t", LOWER, UPPER));
        List<List<Object>> rows = new ArrayList<>();
        for (IntegrateAnswer.Curve curve : answer.curves()) {
            for (int i = 0; curve.band().isPresent() && i < curve.trajectory().times().length; i++) {
                List<Object> row = new ArrayList<>();
                curve.value().ifPresent(row::add);
                row.addAll(List.of(curve.trajectory().times()[i], edge(curve, i, -1), edge(curve, i, 1)));
                rows.add(row);
            }
        }
        return new DataTable(name, columns, rows);
    }

    /** The area of one of the curves that has a band. */
    Layer layer(IntegrateAnswer.Curve curve, int slot) {
        Csv csv = new Csv(name + ".csv", table().columns(), "t", LOWER, List.of());
        Csv own = curve.value()
                .map(v -> csv.where(answer.kind().parameter(), FigureLabels.cell(v)))
                .orElse(csv);
        double[] t = curve.trajectory().times();
        double[] lower = new double[t.length];
        double[] upper = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            lower[i] = edge(curve, i, -1);
            upper[i] = edge(curve, i, 1);
        }
        return new Layer.Band(Label.NONE, own, UPPER, t, lower, upper, slot);
    }

    private double edge(IntegrateAnswer.Curve curve, int row, int side) {
        int state = answer.labels().size();
        double value =
                column < state ? curve.trajectory().states()[row][column] : curve.observables()[row][column - state];
        return value + side * curve.band().orElseThrow().deviations()[row][column];
    }
}

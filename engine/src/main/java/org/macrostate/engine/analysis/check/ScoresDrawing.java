package org.macrostate.engine.analysis.check;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.finitesize.Quantity;

/** The scores z of a check at its last time: a stem for each quantity and dimension. */
public final class ScoresDrawing {
    public static final String NAME = "scores";
    private static final List<String> COLUMNS = List.of("dimension", "place", "z");
    private static final double SPREAD = 0.5;
    /** A normal variable stays within with probability 95 %. */
    private static final double USUAL = 1.96;

    private final Typesetter typesetter;
    private final CheckAnswer answer;
    private final String name;

    public ScoresDrawing(Typesetter typesetter, CheckAnswer answer, String suffix) {
        this.typesetter = typesetter;
        this.answer = answer;
        this.name = NAME + suffix;
    }

    public Drawing drawing(String madeBy) {
        List<Quantity> last = answer.result().quantities().stream()
                .filter(q -> q.t() == answer.asked().times().end())
                .toList();
        List<String> names = last.stream().map(Quantity::name).distinct().toList();
        List<Integer> dimensions = answer.asked().dimensions();
        List<List<Object>> rows = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Guide(Label.text("95 %"), true, USUAL, Dash.DASHED, -1));
        layers.add(new Layer.Guide(Label.NONE, true, -USUAL, Dash.DASHED, -1));
        for (int d = 0; d < dimensions.size(); d++) {
            int dimension = dimensions.get(d);
            double shift = dimensions.size() == 1 ? 0 : SPREAD * (d / (dimensions.size() - 1.0) - 0.5);
            List<Quantity> own = last.stream()
                    .filter(q -> q.dimension() == dimension && Double.isFinite(q.z()))
                    .toList();
            double[] x = own.stream()
                    .mapToDouble(q -> names.indexOf(q.name()) + 1 + shift)
                    .toArray();
            double[] z = own.stream().mapToDouble(Quantity::z).toArray();
            for (int i = 0; i < x.length; i++) {
                rows.add(List.of(dimension, x[i], z[i]));
            }
            Csv csv = new Csv(name + ".csv", COLUMNS, "place", "z", List.of()).where("dimension", "" + dimension);
            layers.add(new Layer.Stems(Label.text("N = " + dimension), csv, x, z, MarkShape.number(d), d));
        }
        List<Label> labels =
                names.stream().map(n -> FigureLabels.symbol(typesetter, n)).toList();
        Figure figure = Figure.of(
                        Axis.named(Label.NONE, labels),
                        Axis.linear(Label.text("score z")),
                        layers,
                        "Deviations of simulation from theory in units of their standard error, at the last time")
                .madeBy(madeBy);
        return new Drawing(name, figure, List.of(new DataTable(name, COLUMNS, rows)), List.of(name + ".csv"));
    }
}

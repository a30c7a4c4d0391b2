package org.macrostate.engine.analysis.integrate;

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
import org.macrostate.reports.figure.Palette;
import org.macrostate.reports.typeset.Typesetter;

/** One trajectory by itself: its observables and as many order parameters as colours are left for. */
public final class TrajectoryDrawing {
    public static final String NAME = "trajectory-figure";

    private TrajectoryDrawing() {}

    public static Drawing alone(Typesetter typesetter, IntegrateAnswer answer, String madeBy) {
        DataTable table = answer.tables().get(0);
        String file = table.name() + ".csv";
        List<Layer> layers = new ArrayList<>();
        for (String name : shown(answer)) {
            layers.add(new Layer.Curve(
                    FigureLabels.symbol(typesetter, name),
                    new Csv(file, table.columns(), "t", name, List.of()),
                    table.numbers("t"),
                    table.numbers(name),
                    Dash.number(layers.size()),
                    layers.size()));
        }
        Figure figure = Figure.of(
                        Axis.linear(FigureLabels.symbol(typesetter, "t")),
                        Axis.linear(Label.text("order parameters and observables")),
                        layers,
                        "A trajectory of the order parameters")
                .madeBy(madeBy);
        return new Drawing(NAME, figure, List.of(), List.of(IntegrateQuestion.TABLE + ".csv"));
    }

    /** Observables first; of the order parameters the first ones. */
    private static List<String> shown(IntegrateAnswer answer) {
        List<String> all = new ArrayList<>(answer.observables());
        all.addAll(answer.labels());
        return all.subList(0, Math.min(Palette.size(), all.size()));
    }
}

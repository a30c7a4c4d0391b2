package org.macrostate.engine.analysis.tune;

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
import org.macrostate.solvers.tune.ScheduleConstant;
import org.macrostate.solvers.tune.Trial;

/** What a schedule's first constant does to the goal: all that was tried, the optimum marked. */
public final class TuneDrawing {
    static final String NAME = "tuning-landscape";

    private final Typesetter typesetter;
    private final TuneAnswer answer;
    private final String name;

    public TuneDrawing(Typesetter typesetter, TuneAnswer answer, String suffix) {
        this.typesetter = typesetter;
        this.answer = answer;
        this.name = NAME + suffix;
    }

    /** A landscape by itself. */
    public static Drawing alone(Typesetter typesetter, TuneAnswer answer, String madeBy) {
        return new TuneDrawing(typesetter, answer, "").drawing(madeBy);
    }

    public Drawing drawing(String madeBy) {
        ScheduleConstant first = answer.landscape().constants().get(0);
        DataTable table = table();
        Csv csv = new Csv(name + ".csv", table.columns(), first.name(), TuneAnswer.GOAL, List.of());
        double[] x = table.numbers(first.name());
        double[] y = table.numbers(TuneAnswer.GOAL);
        boolean one = answer.landscape().constants().size() == 1;
        List<Layer> layers = new ArrayList<>();
        if (x.length > 0) {
            layers.add(
                    one
                            ? new Layer.Curve(Label.text("with the schedule"), csv, x, y, Dash.SOLID, 0)
                            : new Layer.ErrorBars(
                                    Label.text("with the schedule"),
                                    csv,
                                    "",
                                    x,
                                    y,
                                    new double[x.length],
                                    MarkShape.CIRCLE,
                                    0));
        }
        if (Double.isFinite(answer.without())) {
            layers.add(new Layer.Guide(Label.text("without"), true, answer.without(), Dash.DASHED, 1));
        }
        answer.landscape()
                .best()
                .ifPresent(best -> layers.add(
                        new Layer.Marker(Label.text("best"), best.constants()[0], best.goal(), MarkShape.DIAMOND, 2)));
        Label symbol = FigureLabels.symbol(typesetter, first.name());
        Axis across = (first.logarithmic() ? Axis.log(symbol) : Axis.linear(symbol)).from(first.from(), first.to());
        Figure figure = Figure.of(
                        across,
                        Axis.linear(goal()),
                        layers,
                        "The goal '" + answer.goal().text() + "' over the schedule's constant " + first.name())
                .madeBy(madeBy);
        return new Drawing(name, figure, List.of(table), List.of(name + ".csv"));
    }

    private Label goal() {
        String quantity = answer.goal().quantity();
        String text = answer.goal().text();
        int at = text.indexOf(quantity);
        return FigureLabels.isSymbol(quantity) && at >= 0
                ? Label.text(text.substring(0, at))
                        .then(FigureLabels.symbol(typesetter, quantity))
                        .then(Label.text(text.substring(at + quantity.length())))
                : Label.text(text);
    }

    /** Only what reached the goal can be drawn. */
    private DataTable table() {
        List<List<Object>> rows = answer.landscape().trials().stream()
                .filter(Trial::reached)
                .map(trial -> List.<Object>of(trial.constants()[0], trial.goal()))
                .toList();
        return new DataTable(name, List.of(answer.constants().get(0), TuneAnswer.GOAL), rows);
    }
}

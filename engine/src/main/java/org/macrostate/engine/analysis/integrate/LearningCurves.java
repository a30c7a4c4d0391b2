package org.macrostate.engine.analysis.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.FiniteRuns;
import org.macrostate.engine.analysis.SectionContext;
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

/** Trajectories of the first observable (of the first order parameter where there is none), and runs on top of them. */
public final class LearningCurves {
    static final String NAME = "learning-curves";
    static final String SGD = NAME + "-sgd";
    static final String BANDS = NAME + "-bands";

    private final SectionContext context;
    private final SectionContext.AnsweredItem<IntegrateAnswer> answered;
    private final Optional<FiniteRuns> runs;
    private final String quantity;

    public LearningCurves(SectionContext context, SectionContext.AnsweredItem<IntegrateAnswer> answered) {
        this.context = context;
        this.answered = answered;
        IntegrateAnswer answer = answered.answer();
        this.quantity = answer.observables().isEmpty()
                ? answer.labels().get(0)
                : answer.observables().get(0);
        this.runs = context.told(FiniteRuns.class).stream()
                .map(SectionContext.AnsweredItem::answer)
                .filter(this::beginsAlike)
                .findFirst();
    }

    /** Same start, same curves: the runs then belong on top of the trajectories. */
    private boolean beginsAlike(FiniteRuns simulation) {
        IntegrateQuestion asked = (IntegrateQuestion) answered.item().question();
        return simulation.areOf(asked.start(), asked.curves(), asked.schedules());
    }

    String quantity() {
        return quantity;
    }

    Optional<FiniteRuns> runs() {
        return runs;
    }

    private String sgdName() {
        return SGD + answered.item().suffix();
    }

    /** Of the quantity among order parameters and observables. */
    private int column() {
        IntegrateAnswer answer = answered.answer();
        int observable = answer.observables().indexOf(quantity);
        return observable < 0
                ? answer.labels().indexOf(quantity)
                : answer.labels().size() + observable;
    }

    public Drawing drawing(String madeBy) {
        List<Layer> layers = new ArrayList<>();
        int column = column();
        BandTable bands =
                new BandTable(answered.answer(), column, BANDS + answered.item().suffix());
        for (int i = 0; i < answered.answer().curves().size(); i++) {
            IntegrateAnswer.Curve curve = answered.answer().curves().get(i);
            if (curve.band().isPresent()) {
                layers.add(bands.layer(curve, i));
            }
        }
        for (int i = 0; i < answered.answer().curves().size(); i++) {
            layers.add(curve(answered.answer().curves().get(i), column, i));
        }
        List<DataTable> tables = new ArrayList<>();
        List<String> reads = new ArrayList<>(List.of(answered.item().csv(IntegrateQuestion.TABLE)));
        if (!bands.isEmpty()) {
            tables.add(bands.table());
            reads.add(bands.name() + ".csv");
        }
        runs.ifPresent(simulation -> {
            DataTable table = simulation.summary(quantity, sgdName());
            tables.add(table);
            reads.add(table.name() + ".csv");
            List<FiniteRuns.Mean> means = simulation.means(quantity);
            for (int i = 0; i < means.size(); i++) {
                layers.add(bars(simulation.kind().parameter(), means.get(i), table, i));
            }
        });
        Figure figure = Figure.of(
                        Axis.linear(Label.symbol("t", "t")),
                        Axis.linear(FigureLabels.symbol(context.typesetter(), quantity)),
                        layers,
                        "Learning curves of " + quantity + " over time")
                .madeBy(madeBy);
        return new Drawing(NAME + answered.item().suffix(), figure, tables, reads);
    }

    private Layer curve(IntegrateAnswer.Curve curve, int column, int slot) {
        double[] t = curve.trajectory().times();
        double[] y = new double[t.length];
        int state = answered.answer().labels().size();
        for (int i = 0; i < y.length; i++) {
            y[i] = column < state ? curve.trajectory().states()[i][column] : curve.observables()[i][column - state];
        }
        DataTable table = answered.answer().tables().get(0);
        Csv csv = new Csv(answered.item().csv(IntegrateQuestion.TABLE), table.columns(), "t", quantity, List.of());
        Label name = curve.value()
                .map(v -> FigureLabels.assignment(
                        context.typesetter(), answered.answer().kind().parameter(), v))
                .orElse(Label.NONE);
        Csv own = curve.value()
                .map(v -> csv.where(answered.answer().kind().parameter(), FigureLabels.cell(v)))
                .orElse(csv);
        return new Layer.Curve(name, own, t, y, Dash.number(slot), slot);
    }

    private static Layer bars(String parameter, FiniteRuns.Mean course, DataTable table, int slot) {
        Csv csv = new Csv(table.name() + ".csv", table.columns(), "t", FiniteRuns.MEAN, List.of());
        Csv own = course.value()
                .map(v -> csv.where(parameter, FigureLabels.cell(v)))
                .orElse(csv);
        return new Layer.ErrorBars(
                Label.NONE,
                own,
                FiniteRuns.DEVIATION,
                course.t(),
                course.mean(),
                course.deviation(),
                MarkShape.number(slot),
                slot);
    }
}

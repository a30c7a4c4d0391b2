package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.macrostate.reports.figure.Palette;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.control.SimpleForm;
import org.macrostate.solvers.control.StartOutcome;

/**
 * Figures of an optimal schedule: the controls, the goal's quantity, the state and the switching functions in time, and where
 * the starts led.
 *
 * @param suffix of the names of the answer's files
 */
record ControlDrawings(Typesetter typesetter, ControlAnswer answer, String suffix, String madeBy) {
    static final String SCHEDULE = "control-schedule";
    static final String QUANTITY = "control-quantity";
    static final String STATE = "control-state";
    static final String SWITCHING = "control-switching";
    static final String LANDSCAPE = "control-landscape";
    private static final String SEARCH = "search";
    static final List<String> NAMES = List.of(SCHEDULE, QUANTITY, STATE, SWITCHING, LANDSCAPE);

    Drawing named(String name) {
        return switch (name) {
            case SCHEDULE -> schedule();
            case QUANTITY -> quantity();
            case STATE -> state();
            case SWITCHING -> switching();
            case LANDSCAPE -> landscape();
            default -> throw new IllegalArgumentException("no figure of a schedule is called " + name);
        };
    }

    /** The best schedule; a single control beside simple forms of it. */
    private Drawing schedule() {
        List<Layer> layers = new ArrayList<>();
        boolean single = answer.controls().size() == 1;
        for (String control : answer.controls()) {
            Label best = single ? Label.text("best found") : FigureLabels.symbol(typesetter, control);
            add(layers, best, ControlTables.BEST, control);
        }
        if (single) {
            addForms(layers, answer.controls().get(0));
        }
        Label axis = single ? FigureLabels.symbol(typesetter, answer.controls().get(0)) : Label.text("controls");
        return drawing(SCHEDULE, axis, layers, ControlTables.FORMS, "The best schedule found in time");
    }

    private Drawing quantity() {
        List<Layer> layers = new ArrayList<>();
        add(layers, Label.text("best found"), ControlTables.BEST, ControlTables.QUANTITY);
        addForms(layers, ControlTables.QUANTITY);
        return drawing(
                QUANTITY,
                goal(),
                layers,
                ControlTables.FORMS,
                "The goal's quantity in time under the best schedule found and under simple forms");
    }

    private Label goal() {
        String quantity = answer.asked().target().quantity();
        return FigureLabels.isSymbol(quantity) ? FigureLabels.symbol(typesetter, quantity) : Label.text(quantity);
    }

    private void addForms(List<Layer> layers, String column) {
        for (SimpleForm form : answer.result().forms()) {
            if (form.found()) {
                add(layers, Label.text("best " + form.name()), form.name(), column);
            }
        }
    }

    private void add(List<Layer> layers, Label name, String form, String column) {
        DataTable forms = answer.written().forms();
        int at = forms.columns().indexOf(column);
        List<List<Object>> rows =
                forms.rows().stream().filter(row -> row.get(0).equals(form)).toList();
        Csv csv = new Csv(ControlTables.FORMS + suffix + ".csv", forms.columns(), "t", column, List.of())
                .where("form", form);
        layers.add(new Layer.Curve(
                name, csv, column(rows, 1), column(rows, at), Dash.number(layers.size()), layers.size()));
    }

    private static double[] column(List<List<Object>> rows, int at) {
        return rows.stream()
                .mapToDouble(row -> ((Number) row.get(at)).doubleValue())
                .toArray();
    }

    private Drawing state() {
        DataTable trajectory = answer.written().trajectory();
        List<Layer> layers = new ArrayList<>();
        int last = trajectory.columns().indexOf(ControlTables.QUANTITY);
        for (String label : trajectory.columns().subList(1, Math.min(last, 1 + Palette.size()))) {
            layers.add(curve(FigureLabels.symbol(typesetter, label), label, layers.size()));
        }
        return drawing(
                STATE,
                Label.text("order parameters"),
                layers,
                ControlTables.TRAJECTORY,
                "Order parameters under the best schedule");
    }

    private Drawing switching() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Guide(Label.NONE, true, 0, Dash.DASHED, -1));
        for (String control : answer.controls()) {
            Label label = Label.text("by ").then(FigureLabels.symbol(typesetter, control));
            layers.add(curve(label, "switching " + control, layers.size() - 1));
        }
        return drawing(
                SWITCHING,
                Label.text("switching function"),
                layers,
                ControlTables.TRAJECTORY,
                "Switching functions: derivatives of the Hamiltonian by the controls");
    }

    private Layer curve(Label name, String column, int colour) {
        DataTable trajectory = answer.written().trajectory();
        Csv csv = new Csv(ControlTables.TRAJECTORY + suffix + ".csv", trajectory.columns(), "t", column, List.of());
        return new Layer.Curve(
                name, csv, trajectory.numbers("t"), trajectory.numbers(column), Dash.number(colour), colour);
    }

    private Drawing drawing(String name, Label axis, List<Layer> layers, String table, String caption) {
        Figure figure = Figure.of(Axis.linear(FigureLabels.symbol(typesetter, "t")), Axis.linear(axis), layers, caption)
                .madeBy(madeBy);
        return new Drawing(name + suffix, figure, List.of(), List.of(table + suffix + ".csv"));
    }

    /** Objectives that the starts led to, in ascending order, beside those of simple forms. */
    private Drawing landscape() {
        String name = LANDSCAPE + suffix;
        List<List<Object>> rows = new ArrayList<>();
        answer.result().starts().stream()
                .filter(start -> Double.isFinite(start.objective()))
                .sorted(Comparator.comparingDouble(StartOutcome::objective))
                .forEach(start -> rows.add(List.of(rows.size() + 1, start.objective(), start.kind(), SEARCH)));
        List<String> columns = List.of("rank", ControlTables.OBJECTIVE, "kind", "form");
        Csv csv = new Csv(name + ".csv", columns, "rank", ControlTables.OBJECTIVE, List.of());
        List<Layer> layers = new ArrayList<>();
        double[] x = column(rows, 0);
        double[] ends = {1, Math.max(2, x.length)};
        layers.add(new Layer.ErrorBars(
                Label.text("local searches"),
                csv.where("form", SEARCH),
                "",
                x,
                column(rows, 1),
                new double[x.length],
                MarkShape.CIRCLE,
                0));
        for (SimpleForm form : answer.result().forms()) {
            if (form.found()) {
                double[] level = {form.objective(), form.objective()};
                for (double end : ends) {
                    rows.add(List.of((int) end, form.objective(), "best " + form.name(), form.name()));
                }
                layers.add(new Layer.Curve(
                        Label.text("best " + form.name()),
                        csv.where("form", form.name()),
                        ends,
                        level,
                        Dash.number(layers.size()),
                        layers.size()));
            }
        }
        Figure figure = Figure.of(
                        Axis.linear(Label.text("starts, the best first")),
                        Axis.linear(Label.text("objective")),
                        layers,
                        "Objectives that the starts led to, beside those of the best simple forms")
                .madeBy(madeBy);
        return new Drawing(name, figure, List.of(new DataTable(name, columns, rows)), List.of(name + ".csv"));
    }
}

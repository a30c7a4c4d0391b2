package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.FigureSheet;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.typeset.Typesetter;

/**
 * Each measure over each parameter, the others at the middle of their axes: a row of panels a measure. Where another
 * parameter has three values or more, curves show the first one's course at its least, middle and largest. Points of a
 * Sobol set are shown all.
 */
final class SweepSlices {
    static final String NAME = "slices";
    private static final int MOST_ROWS = 4;
    private static final int MOST_COLUMNS = 4;
    private static final int MOST_MARKS = 2000;
    /** Marks of curves in the same phase are drawn a little above each other. */
    private static final double ASIDE = 0.1;

    private static final List<String> COLUMNS = List.of("panel", "curve", "x", "y");

    private final Typesetter typesetter;
    private final SweepAnswer answer;
    private final SweepGrid grid;
    private final List<List<Object>> rows = new ArrayList<>();
    private int panel;

    SweepSlices(Typesetter typesetter, SweepAnswer answer) {
        this.typesetter = typesetter;
        this.answer = answer;
        this.grid = answer.grid();
    }

    Drawing drawing(String madeBy) {
        List<List<Optional<Figure>>> sheet = new ArrayList<>();
        int measures = Math.min(MOST_ROWS, answer.measures().size());
        int axes = Math.min(MOST_COLUMNS, grid.names().size());
        for (int measure = 0; measure < measures; measure++) {
            Map<String, Integer> words = words(measure, axes);
            List<Optional<Figure>> row = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                row.add(Optional.of(panel(measure, axis, words)));
            }
            sheet.add(row);
        }
        String caption = "Measures over each parameter, the others at the middle of their axes";
        return new Drawing(
                NAME,
                new FigureSheet(sheet, caption, madeBy),
                List.of(new DataTable(NAME, COLUMNS, rows)),
                List.of(NAME + ".csv"));
    }

    /** Words among a measure's values, numbered from 1: its panels have one axis. */
    private Map<String, Integer> words(int measure, int axes) {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (int axis = 0; axis < axes; axis++) {
            for (int[] curve : curves(axis)) {
                for (int point : curve) {
                    if (answer.value(point, measure) instanceof String word) {
                        words.putIfAbsent(word, words.size() + 1);
                    }
                }
            }
        }
        return words;
    }

    /** The rows of the table that a panel shows, by curve. */
    private int[][] curves(int axis) {
        if (grid.isSobol(axis)) {
            int step = 1 + (grid.count() - 1) / MOST_MARKS;
            int[] shown = new int[(grid.count() + step - 1) / step];
            java.util.Arrays.setAll(shown, i -> i * step);
            return new int[][] {shown};
        }
        int factor = grid.factorOf(axis);
        int[] other = grid.otherGrid(factor);
        int[][] curves = new int[other.length][grid.length(factor)];
        for (int curve = 0; curve < other.length; curve++) {
            for (int i = 0; i < curves[curve].length; i++) {
                int[] at = grid.middle();
                at[factor] = i;
                if (other.length > 1) {
                    at[grid.next(factor)] = other[curve];
                }
                curves[curve][i] = grid.row(at);
            }
        }
        return curves;
    }

    private Figure panel(int measure, int axis, Map<String, Integer> words) {
        panel++;
        List<Layer> layers = new ArrayList<>();
        int[][] curves = curves(axis);
        int[] other = grid.otherGrid(grid.factorOf(axis));
        for (int curve = 0; curve < curves.length; curve++) {
            Label label = grid.isSobol(axis) ? Label.NONE : label(grid.factorOf(axis), other, curve);
            layers.add(layer(measure, axis, curves[curve], label, curve, words));
        }
        Label name = FigureLabels.isSymbol(answer.measures().get(measure))
                ? FigureLabels.symbol(typesetter, answer.measures().get(measure))
                : Label.text(answer.measures().get(measure));
        Axis y = words.isEmpty()
                ? Axis.linear(name)
                : Axis.named(name, words.keySet().stream().map(Label::text).toList());
        Label x = FigureLabels.symbol(typesetter, grid.names().get(axis));
        return Figure.of(
                grid.isLogarithmic(axis) ? Axis.log(x) : Axis.linear(x),
                y,
                layers,
                answer.measures().get(measure) + " over " + grid.names().get(axis));
    }

    private Label label(int factor, int[] other, int curve) {
        if (other.length < 2) {
            return Label.NONE;
        }
        int axis = grid.axisOf(grid.next(factor));
        int[] at = grid.middle();
        at[grid.next(factor)] = other[curve];
        return FigureLabels.assignment(typesetter, grid.names().get(axis), grid.values(grid.row(at))[axis]);
    }

    private Layer layer(int measure, int axis, int[] shown, Label label, int curve, Map<String, Integer> words) {
        double[] x = new double[shown.length];
        double[] y = new double[shown.length];
        for (int i = 0; i < shown.length; i++) {
            x[i] = grid.values(shown[i])[axis];
            Object value = answer.value(shown[i], measure);
            y[i] = value instanceof Number number
                    ? number.doubleValue()
                    : words.getOrDefault(value.toString(), 0) + ASIDE * curve;
            rows.add(List.of(panel, curve + 1, x[i], y[i]));
        }
        Csv csv = new Csv(NAME + ".csv", COLUMNS, "x", "y", List.of())
                .where("panel", Integer.toString(panel))
                .where("curve", Integer.toString(curve + 1));
        if (grid.isSobol(axis) || !words.isEmpty()) {
            return new Layer.ErrorBars(label, csv, "", x, y, new double[x.length], MarkShape.number(curve), curve);
        }
        return new Layer.Curve(
                label, csv, x, y, curve == 0 ? Dash.SOLID : curve == 1 ? Dash.DASHED : Dash.DOTTED, curve);
    }
}

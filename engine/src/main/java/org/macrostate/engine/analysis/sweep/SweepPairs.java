package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.FigureSheet;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.typeset.Typesetter;

/**
 * One measure over each pair of parameters: a triangle of panels. Two axes of a grid or list are painted, the other
 * parameters at the middle of theirs; points of a Sobol set are marks.
 */
final class SweepPairs {
    private static final int MOST_AXES = 5;
    private static final int MOST_MARKS = 2000;
    private static final int MOST_CELLS = 250_000;
    private static final List<String> COLUMNS = List.of("panel", "class", "x", "y");

    private final Typesetter typesetter;
    private final SweepAnswer answer;
    private final SweepGrid grid;
    private final int measure;
    private final List<List<Object>> rows = new ArrayList<>();
    private int panels;

    SweepPairs(Typesetter typesetter, SweepAnswer answer, int measure) {
        this.typesetter = typesetter;
        this.answer = answer;
        this.grid = answer.grid();
        this.measure = measure;
    }

    /** The name of a measure's figure: {@code pairs}, {@code pairs-2}, … */
    static String name(int measure) {
        return measure == 0 ? "pairs" : "pairs-" + (measure + 1);
    }

    /** The points of a panel, {@code int[ny][nx]} of rows of the table for a painted one, one line of them for marks. */
    private record Panel(int x, int y, boolean isPainted, int[][] points) {}

    Drawing drawing(String madeBy) {
        int axes = Math.min(MOST_AXES, grid.names().size());
        List<Panel> all = new ArrayList<>();
        for (int y = 1; y < axes; y++) {
            for (int x = 0; x < y; x++) {
                all.add(panel(x, y));
            }
        }
        List<Object> values = new ArrayList<>();
        for (Panel panel : all) {
            for (int[] line : panel.points()) {
                for (int point : line) {
                    values.add(answer.value(point, measure));
                }
            }
        }
        ValueClasses classes = ValueClasses.of(values);
        List<List<Optional<Figure>>> sheet = new ArrayList<>();
        int next = 0;
        for (int y = 1; y < axes; y++) {
            List<Optional<Figure>> row = new ArrayList<>();
            for (int x = 0; x < axes - 1; x++) {
                row.add(x < y ? Optional.of(figure(all.get(next++), classes)) : Optional.empty());
            }
            sheet.add(row);
        }
        String caption =
                answer.measures().get(measure) + " over pairs of parameters, the others at the middle of their axes";
        String name = name(measure);
        List<DataTable> tables = rows.isEmpty() ? List.of() : List.of(new DataTable(name, COLUMNS, rows));
        return new Drawing(
                name,
                new FigureSheet(sheet, caption, madeBy),
                tables,
                tables.isEmpty() ? List.of() : List.of(name + ".csv"));
    }

    private Panel panel(int x, int y) {
        int fx = grid.factorOf(x);
        int fy = grid.factorOf(y);
        long cells = (long) grid.length(fx) * grid.length(fy);
        if (!grid.isSobol(x) && !grid.isSobol(y) && grid.length(fx) > 1 && grid.length(fy) > 1 && cells <= MOST_CELLS) {
            int[] inOrderX = grid.rising(x);
            int[] inOrderY = grid.rising(y);
            int[][] points = new int[inOrderY.length][inOrderX.length];
            for (int j = 0; j < inOrderY.length; j++) {
                for (int i = 0; i < inOrderX.length; i++) {
                    int[] at = grid.middle();
                    at[fx] = inOrderX[i];
                    at[fy] = inOrderY[j];
                    points[j][i] = grid.row(at);
                }
            }
            if (inOrderX.length > 1 && inOrderY.length > 1) {
                return new Panel(x, y, true, points);
            }
        }
        int step = 1 + (grid.count() - 1) / MOST_MARKS;
        int[] points = new int[(grid.count() + step - 1) / step];
        for (int i = 0; i < points.length; i++) {
            points[i] = i * step;
        }
        return new Panel(x, y, false, new int[][] {points});
    }

    private Figure figure(Panel panel, ValueClasses classes) {
        panels++;
        List<Layer> layers = panel.isPainted() ? painted(panel, classes) : marks(panel, classes);
        Figure figure = Figure.of(
                axis(panel.x()),
                axis(panel.y()),
                layers,
                answer.measures().get(measure) + " over " + grid.names().get(panel.x()) + " and "
                        + grid.names().get(panel.y()));
        return panels == 1
                ? figure.titled(Label.text(answer.measures().get(measure))).withLegend(Figure.Legend.BELOW)
                : figure.withLegend(Figure.Legend.NONE);
    }

    private Axis axis(int axis) {
        Label label = FigureLabels.symbol(typesetter, grid.names().get(axis));
        return grid.isLogarithmic(axis) ? Axis.log(label) : Axis.linear(label);
    }

    private List<Layer> painted(Panel panel, ValueClasses classes) {
        int[][] points = panel.points();
        int[][] category = new int[points.length][points[0].length];
        double[] x = new double[points[0].length];
        double[] y = new double[points.length];
        for (int j = 0; j < y.length; j++) {
            y[j] = grid.values(points[j][0])[panel.y()];
            for (int i = 0; i < x.length; i++) {
                x[i] = grid.values(points[0][i])[panel.x()];
                category[j][i] = classes.of(answer.value(points[j][i], measure));
            }
        }
        return List.of(new Layer.RegionMap(classes.categories(), x, y, category));
    }

    private List<Layer> marks(Panel panel, ValueClasses classes) {
        Map<Integer, List<double[]>> byClass = new TreeMap<>();
        for (int point : panel.points()[0]) {
            int of = classes.of(answer.value(point, measure));
            double[] values = grid.values(point);
            if (of >= 0) {
                byClass.computeIfAbsent(of, none -> new ArrayList<>())
                        .add(new double[] {values[panel.x()], values[panel.y()]});
            }
        }
        List<Layer> layers = new ArrayList<>();
        byClass.forEach((of, list) -> {
            double[] x = list.stream().mapToDouble(point -> point[0]).toArray();
            double[] y = list.stream().mapToDouble(point -> point[1]).toArray();
            list.forEach(point -> rows.add(List.of(panels, of + 1, point[0], point[1])));
            Csv csv = new Csv(name(measure) + ".csv", COLUMNS, "x", "y", List.of())
                    .where("panel", Integer.toString(panels))
                    .where("class", Integer.toString(of + 1));
            Layer.Category category = classes.categories().get(of);
            layers.add(new Layer.ErrorBars(
                    category.name(), csv, "", x, y, new double[x.length], MarkShape.number(0), category.colour()));
        });
        return layers;
    }
}

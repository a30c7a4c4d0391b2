package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.macrostate.reports.figure.Layer.Band;
import org.macrostate.reports.figure.Layer.Boundary;
import org.macrostate.reports.figure.Layer.Category;
import org.macrostate.reports.figure.Layer.Curve;
import org.macrostate.reports.figure.Layer.ErrorBars;
import org.macrostate.reports.figure.Layer.Guide;
import org.macrostate.reports.figure.Layer.Marker;
import org.macrostate.reports.figure.Layer.RegionMap;
import org.macrostate.reports.figure.Layer.Stems;

/** One figure of every kind, with the CSV files their TeX reads. */
final class Examples {
    static final String HOSTILE = "50% of a_b & c^2 # $x$ \\input{x} <script>alert(1)</script> \u202Eabc ~ {";

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    Examples() {
        learningCurves();
        decay();
        phases();
        scores();
        figures.put("hostile", figures.get("curves").titled(Label.text(HOSTILE)).madeBy(HOSTILE + "\n\\bye"));
        figures.put("empty", Figure.of(Axis.linear(Label.NONE), Axis.log(Label.NONE), List.of(), HOSTILE));
    }

    Map<String, Figure> figures() {
        return figures;
    }

    Map<String, String> files() {
        return files;
    }

    private void learningCurves() {
        double[] t = IntStream.range(0, 100).mapToDouble(i -> 15.0 * i).toArray();
        var rows = new StringBuilder("beta,t,eps_g,error\n");
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < 3; k++) {
            int slot = k;
            double[] y = IntStream.range(0, 100)
                    .mapToDouble(i -> 1.5 / (1 + Math.exp((t[i] - 200 * slot) / 50)))
                    .toArray();
            double[] error = new double[100];
            for (int i = 0; i < 100; i++) {
                error[i] = 0.05;
                rows.append(k).append(',').append(t[i]).append(',').append(y[i]).append(",0.05\n");
            }
            Csv csv = new Csv("curves.csv", "t", "eps_g").where("beta", "" + k);
            layers.add(
                    new Curve(Label.symbol("β", "\\beta").then(Label.text(" = " + k)), csv, t, y, Dash.number(k), k));
            layers.add(new ErrorBars(Label.NONE, csv, "error", t, y, error, MarkShape.number(k), k));
        }
        files.put("curves.csv", rows.toString());
        // The range leaves data outside on all four sides.
        figures.put(
                "curves",
                Figure.of(
                        Axis.linear(Label.symbol("t", "t")).from(50, 1000),
                        Axis.linear(Label.symbol("ε_g", "\\varepsilon_g")).from(0.1, 1.4),
                        layers,
                        "Learning curves"));
    }

    private void decay() {
        double[] t = IntStream.range(0, 60)
                .mapToDouble(i -> Math.pow(10, -1 + i / 12.0))
                .toArray();
        double[] q = IntStream.range(0, 60)
                .mapToDouble(i -> i == 30 ? Double.NaN : 1 / (1 + t[i]))
                .toArray();
        double[] low = IntStream.range(0, 60).mapToDouble(i -> q[i] - 0.01).toArray();
        double[] high = IntStream.range(0, 60).mapToDouble(i -> q[i] * 2).toArray();
        var rows = new StringBuilder("t,\"Q[1,1]\",low,high\n");
        IntStream.range(0, 60).forEach(i -> rows.append(t[i] + "," + q[i] + "," + low[i] + "," + high[i] + "\n"));
        files.put("decay.csv", rows.toString());
        var header = List.of("t", "Q[1,1]", "low", "high");
        figures.put(
                "decay",
                Figure.of(
                        Axis.log(Label.text("time")),
                        Axis.log(Label.symbol("Q_{11}", "Q_{11}")),
                        List.of(
                                new Band(
                                        Label.text("± error"),
                                        new Csv("decay.csv", header, "t", "low", List.of()),
                                        "high",
                                        t,
                                        low,
                                        high,
                                        0),
                                new Curve(
                                        Label.symbol("Q_{11}", "Q_{11}"),
                                        new Csv("decay.csv", header, "t", "Q[1,1]", List.of()),
                                        t,
                                        q,
                                        Dash.SOLID,
                                        0),
                                new Guide(Label.symbol("τ^{-1}", "\\tau^{-1}"), false, 100, Dash.DOTTED, -1),
                                new ErrorBars(
                                        Label.text("points"),
                                        new Csv("decay.csv", header, "t", "high", List.of()),
                                        "",
                                        t,
                                        high,
                                        new double[60],
                                        MarkShape.SQUARE,
                                        2),
                                new Marker(Label.text("here"), 1, 0.5, MarkShape.DIAMOND, 1)),
                        "A decay"));
    }

    private void phases() {
        double[] x = IntStream.range(0, 121).mapToDouble(i -> i / 40.0).toArray();
        double[] y = IntStream.range(0, 81).mapToDouble(i -> i / 40.0).toArray();
        int[][] cells = new int[81][121];
        for (int j = 0; j < 81; j++) {
            for (int i = 0; i < 121; i++) {
                cells[j][i] = x[i] > 2.8 ? 2 : y[j] < 0.1 ? 3 : x[i] > 1 + y[j] ? 1 : 0;
            }
        }
        var map = new RegionMap(
                List.of(
                        new Category(Label.text("learned"), Fill.PLAIN, 0),
                                new Category(Label.text("collapsed"), Fill.PLAIN, 1),
                        new Category(Label.text("both"), Fill.HATCHED, 2),
                                new Category(Label.text("undecided"), Fill.UNDECIDED, 0)),
                x,
                y,
                cells);
        double[] ends = {1, 3};
        files.put("boundaries.csv", "curve,kind,x,y\n0,numeric,1,0\n0,numeric,3,2\n0,exact,1,0\n0,exact,3,2\n");
        Csv csv = new Csv("boundaries.csv", "x", "y");
        var layers = new ArrayList<Layer>(List.of(
                map,
                new Boundary(Label.text("numeric"), csv.where("kind", "numeric"), ends, new double[] {0, 2}, false),
                new Boundary(
                        Label.symbol("β_c", "\\beta_c"), csv.where("kind", "exact"), ends, new double[] {0, 2}, true)));
        layers.addAll(map.labels());
        figures.put(
                "phases",
                Figure.of(
                        Axis.linear(Label.symbol("β", "\\beta")),
                        Axis.linear(Label.symbol("η", "\\eta")),
                        layers,
                        "Phases"));
    }

    private void scores() {
        files.put("z.csv", "z\n0.5\n-1.5\n2.5\n");
        figures.put(
                "scores",
                Figure.of(
                        Axis.named(
                                Label.NONE, List.of(Label.symbol("m", "m"), Label.symbol("Q", "Q"), Label.text("a_b"))),
                        Axis.linear(Label.symbol("z", "z")),
                        List.of(
                                new Guide(Label.text("limit"), true, 3, Dash.DASHED, -1),
                                new Stems(
                                        Label.text("scores"),
                                        new Csv("z.csv", "", "z"),
                                        new double[] {1, 2, 3},
                                        new double[] {0.5, -1.5, 2.5},
                                        MarkShape.CIRCLE,
                                        0)),
                        "Scores"));
    }
}

package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.study.output.DataTable;
import org.macrostate.engine.study.question.BranchAnswer;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.Shape;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.BranchPoint;

/** A bifurcation diagram: stable pieces of branches solid, unstable ones dashed, bifurcations marked. */
public final class BranchDrawing {
    private static final String NAME = "bifurcation-diagram";
    private static final double MARGIN = 0.06;
    private static final double TAMELY = 4;
    private static final double EDGE = 0.02;

    private final Typesetter typesetter;
    private final BranchAnswer answer;
    private final String name;

    BranchDrawing(Typesetter typesetter, BranchAnswer answer, String suffix) {
        this.typesetter = typesetter;
        this.answer = answer;
        this.name = NAME + suffix;
    }

    /** A diagram by itself. */
    public static Drawing alone(Typesetter typesetter, BranchAnswer answer, String madeBy) {
        return new BranchDrawing(typesetter, answer, "").drawing(madeBy);
    }

    Drawing drawing(String madeBy) {
        List<BranchPiece> pieces = answer.diagram().branches().stream()
                .flatMap(branch -> BranchPiece.of(branch).stream())
                .sorted(Comparator.comparing(piece -> !piece.stable()))
                .toList();
        List<Layer> layers = new ArrayList<>(curves(pieces));
        layers.addAll(markers());
        String parameter = answer.diagram().range().parameter();
        Axis x = Axis.linear(Labels.symbol(typesetter, parameter))
                .from(answer.diagram().range().from(), answer.diagram().range().to());
        Figure figure = Figure.of(
                        x,
                        vertical(),
                        layers,
                        "Fixed points of " + answer.shown() + " over " + parameter
                                + ": stable branches solid, unstable ones dashed")
                .madeBy(madeBy);
        return new Drawing(name, figure, List.of(table(pieces)), List.of(name + ".csv"));
    }

    private List<Layer> curves(List<BranchPiece> pieces) {
        List<Layer> layers = new ArrayList<>();
        boolean[] named = new boolean[2];
        for (int i = 0; i < pieces.size(); i++) {
            BranchPiece piece = pieces.get(i);
            int kind = piece.stable() ? 0 : 1;
            Label label = named[kind] ? Label.NONE : Label.text(piece.stable() ? "stable" : "unstable");
            named[kind] = true;
            Csv csv = new Csv(name + ".csv", columns(), answer.diagram().range().parameter(), answer.shown(), List.of())
                    .where("piece", Labels.cell(i + 1));
            layers.add(new Layer.Curve(
                    label,
                    csv,
                    piece.points().stream().mapToDouble(BranchPoint::parameter).toArray(),
                    piece.points().stream().mapToDouble(answer::value).toArray(),
                    piece.stable() ? Dash.SOLID : Dash.DASHED,
                    kind));
        }
        return layers;
    }

    /** One mark a place; the first of each kind has the kind's name. */
    private List<Layer> markers() {
        Map<List<Object>, Layer> marks = new LinkedHashMap<>();
        List<Bifurcation.Kind> named = new ArrayList<>();
        for (Bifurcation bifurcation : answer.diagram().bifurcations()) {
            double value = answer.value(bifurcation.point());
            Label label = named.contains(bifurcation.kind())
                    ? Label.NONE
                    : Label.text(bifurcation.kind().text());
            named.add(bifurcation.kind());
            Layer mark = new Layer.Marker(
                    label,
                    bifurcation.parameter(),
                    value,
                    Shape.number(bifurcation.kind().ordinal()),
                    2 + bifurcation.kind().ordinal());
            marks.putIfAbsent(List.of(bifurcation.kind(), (float) bifurcation.parameter(), (float) (value + 1)), mark);
        }
        return List.copyOf(marks.values());
    }

    /** Branches may grow without bound towards an end of the range; the picture is that of what lies between. */
    private Axis vertical() {
        double from = answer.diagram().range().from();
        double to = answer.diagram().range().to();
        double edge = EDGE * (to - from);
        double[] all = values(from, to);
        double[] between = values(from + edge, to - edge);
        double[] inside = extent(all) <= TAMELY * extent(between) ? all : between;
        Axis axis = Axis.linear(Labels.symbol(typesetter, answer.shown()));
        if (inside.length == 0 || inside[0] == inside[inside.length - 1]) {
            return axis;
        }
        double margin = MARGIN * (inside[inside.length - 1] - inside[0]);
        return axis.from(inside[0] - margin, inside[inside.length - 1] + margin);
    }

    /** In rising order, of points whose parameter is in a range. */
    private double[] values(double from, double to) {
        return answer.diagram().branches().stream()
                .flatMap(b -> b.points().stream())
                .filter(p -> p.parameter() >= from && p.parameter() <= to)
                .mapToDouble(answer::value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static double extent(double[] rising) {
        return rising.length == 0 ? 0 : rising[rising.length - 1] - rising[0];
    }

    private List<String> columns() {
        return List.of("piece", answer.diagram().range().parameter(), answer.shown());
    }

    private DataTable table(List<BranchPiece> pieces) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (BranchPoint point : pieces.get(i).points()) {
                rows.add(List.of(i + 1, point.parameter(), answer.value(point)));
            }
        }
        return new DataTable(name, columns(), rows);
    }
}

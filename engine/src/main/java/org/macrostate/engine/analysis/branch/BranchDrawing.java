package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.ClippedRange;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Dash;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.Branch;
import org.macrostate.solvers.continuation.BranchPoint;

/** A bifurcation diagram: stable pieces of branches solid, unstable ones dashed, bifurcations marked. */
public final class BranchDrawing {
    private static final String NAME = "bifurcation-diagram";

    private final Typesetter typesetter;
    private final BranchAnswer answer;
    private final String name;

    public BranchDrawing(Typesetter typesetter, BranchAnswer answer, String suffix) {
        this.typesetter = typesetter;
        this.answer = answer;
        this.name = NAME + suffix;
    }

    /** A diagram by itself. */
    public static Drawing alone(Typesetter typesetter, BranchAnswer answer, String madeBy) {
        return new BranchDrawing(typesetter, answer, "").drawing(madeBy);
    }

    public Drawing drawing(String madeBy) {
        List<BranchPiece> pieces = answer.diagram().branches().stream()
                .flatMap(branch -> BranchPiece.of(branch).stream())
                .sorted(Comparator.comparing(piece -> !piece.stable()))
                .toList();
        List<Layer> layers = new ArrayList<>(curves(pieces));
        layers.addAll(markers());
        String parameter = answer.diagram().range().parameter();
        Axis x = Axis.linear(FigureLabels.symbol(typesetter, parameter))
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
                    .where("piece", FigureLabels.cell(i + 1));
            layers.add(new Layer.Curve(
                    label,
                    csv,
                    parameters(piece.points()),
                    values(piece.points()),
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
                    MarkShape.number(bifurcation.kind().ordinal()),
                    2 + bifurcation.kind().ordinal());
            marks.putIfAbsent(List.of(bifurcation.kind(), (float) bifurcation.parameter(), (float) (value + 1)), mark);
        }
        return List.copyOf(marks.values());
    }

    /** Branches may grow without bound; the picture is that of the others. */
    private Axis vertical() {
        var worth = new ClippedRange();
        for (Branch branch : answer.diagram().branches()) {
            worth.curve(parameters(branch.points()), values(branch.points()));
        }
        answer.diagram().bifurcations().forEach(b -> worth.point(answer.value(b.point())));
        Axis axis = Axis.linear(FigureLabels.symbol(typesetter, answer.shown()));
        return worth.range().map(r -> axis.from(r.low(), r.high())).orElse(axis);
    }

    private static double[] parameters(List<BranchPoint> points) {
        return points.stream().mapToDouble(BranchPoint::parameter).toArray();
    }

    private double[] values(List<BranchPoint> points) {
        return points.stream().mapToDouble(answer::value).toArray();
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

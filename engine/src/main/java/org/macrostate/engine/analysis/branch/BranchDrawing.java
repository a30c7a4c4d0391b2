package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.macrostate.solvers.continuation.BranchEnd;
import org.macrostate.solvers.continuation.BranchPoint;
import org.macrostate.solvers.cycle.CycleBifurcation;
import org.macrostate.solvers.cycle.CycleBranch;
import org.macrostate.solvers.cycle.CyclePoint;

/**
 * A bifurcation diagram: stable pieces of branches solid, unstable ones dashed, bifurcations marked; of limit cycles the least
 * and the largest value along each.
 */
public final class BranchDrawing {
    static final String NAME = "bifurcation-diagram";

    /** Ending of the name of the table of marks. */
    private static final String POINTS = "-points";

    /** Slot of the palette. */
    private static final int CYCLES = 5;

    /** Of the bifurcations, by their values: those that a picture must show where some branches grow without bound. */
    private static final double SHOWN = 0.9;

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
        List<CyclePiece> cycles = answer.cycles().stream()
                .flatMap(c -> c.branches().stream())
                .flatMap(branch -> CyclePiece.of(branch).stream())
                .sorted(Comparator.comparing(piece -> !piece.stable()))
                .toList();
        List<Layer> layers = new ArrayList<>(curves(pieces));
        layers.addAll(envelopes(cycles, pieces.size()));
        layers.addAll(markers());
        String parameter = answer.diagram().range().parameter();
        Axis x = Axis.linear(FigureLabels.symbol(typesetter, parameter))
                .from(answer.diagram().range().from(), answer.diagram().range().to());
        Figure figure = Figure.of(
                        x,
                        vertical(),
                        layers,
                        "Fixed points of " + answer.shown() + " over " + parameter
                                + ": stable branches solid, unstable ones dashed"
                                + (cycles.isEmpty() ? "" : "; least and largest values along limit cycles"))
                .madeBy(madeBy);
        return new Drawing(
                name,
                figure,
                List.of(table(pieces, cycles), points(), BifurcationTable.of(answer, name + "-bifurcations")),
                List.of(name + ".csv", name + POINTS + ".csv"));
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

    /** Two curves a piece, numbered after those of fixed points. */
    private List<Layer> envelopes(List<CyclePiece> cycles, int before) {
        List<Layer> layers = new ArrayList<>();
        boolean[] named = new boolean[2];
        for (int i = 0; i < cycles.size(); i++) {
            CyclePiece piece = cycles.get(i);
            int kind = piece.stable() ? 0 : 1;
            for (boolean most : new boolean[] {false, true}) {
                Label label = named[kind]
                        ? Label.NONE
                        : Label.text(piece.stable() ? "stable limit cycles" : "unstable limit cycles");
                named[kind] = true;
                Csv csv = new Csv(
                                name + ".csv",
                                columns(),
                                answer.diagram().range().parameter(),
                                answer.shown(),
                                List.of())
                        .where("piece", FigureLabels.cell(before + 2 * i + (most ? 2 : 1)));
                layers.add(new Layer.Curve(
                        label,
                        csv,
                        piece.points().stream()
                                .mapToDouble(CyclePoint::parameter)
                                .toArray(),
                        piece.points().stream()
                                .mapToDouble(point -> answer.extreme(point, most))
                                .toArray(),
                        piece.stable() ? Dash.SOLID : Dash.DASHED,
                        CYCLES));
            }
        }
        return layers;
    }

    /** A layer of each type of bifurcation, named in the legend. */
    private List<Layer> markers() {
        List<Layer> all = new ArrayList<>();
        for (BifurcationType type : BifurcationType.values()) {
            List<Bifurcation> its = answer.diagram().bifurcations().stream()
                    .filter(b -> BifurcationType.of(b) == type)
                    .toList();
            double[] values =
                    its.stream().mapToDouble(b -> answer.value(b.point())).toArray();
            if (its.isEmpty()) {
                continue;
            }
            Csv csv = new Csv(
                            name + POINTS + ".csv",
                            pointColumns(),
                            answer.diagram().range().parameter(),
                            answer.shown(),
                            List.of())
                    .where("type", FigureLabels.cell(type.ordinal() + 1));
            all.add(new Layer.ErrorBars(
                    Label.text(type.text()),
                    csv,
                    "",
                    its.stream().mapToDouble(Bifurcation::parameter).toArray(),
                    values,
                    new double[values.length],
                    type.shape(),
                    type.colour()));
        }
        all.addAll(cycleMarkers());
        return all;
    }

    private List<String> pointColumns() {
        return List.of("type", answer.diagram().range().parameter(), answer.shown());
    }

    /** Bifurcations as the figure marks them; types are numbered from 1, in the order of {@link BifurcationType}. */
    private DataTable points() {
        List<List<Object>> rows = new ArrayList<>();
        for (Bifurcation bifurcation : answer.diagram().bifurcations()) {
            rows.add(List.of(
                    BifurcationType.of(bifurcation).ordinal() + 1,
                    bifurcation.parameter(),
                    answer.value(bifurcation.point())));
        }
        return new DataTable(name + POINTS, pointColumns(), rows);
    }

    /** At the largest value along the cycle. */
    private List<Layer> cycleMarkers() {
        List<Layer> marks = new ArrayList<>();
        List<CycleBifurcation.Kind> named = new ArrayList<>();
        for (CycleBranch branch :
                answer.cycles().stream().flatMap(c -> c.branches().stream()).toList()) {
            for (CycleBifurcation bifurcation : branch.bifurcations()) {
                CycleBifurcation.Kind kind = bifurcation.kind();
                Label label = named.contains(kind) ? Label.NONE : Label.text(kind.text());
                named.add(kind);
                marks.add(new Layer.Marker(
                        label,
                        bifurcation.point().parameter(),
                        answer.extreme(bifurcation.point(), true),
                        MarkShape.number(kind.ordinal() + 1),
                        CYCLES + 1 + kind.ordinal()));
            }
        }
        return marks;
    }

    /** Branches may grow without bound; the picture is that of the others. */
    private Axis vertical() {
        var worth = new ClippedRange();
        for (Branch branch : answer.diagram().branches()) {
            worth.curve(parameters(branch.points()), values(branch.points()));
        }
        for (CycleBranch branch :
                answer.cycles().stream().flatMap(c -> c.branches().stream()).toList()) {
            for (boolean most : new boolean[] {false, true}) {
                worth.curve(
                        branch.points().stream()
                                .mapToDouble(CyclePoint::parameter)
                                .toArray(),
                        branch.points().stream()
                                .mapToDouble(point -> answer.extreme(point, most))
                                .toArray());
            }
        }
        double[] values = answer.diagram().bifurcations().stream()
                .mapToDouble(b -> answer.value(b.point()))
                .sorted()
                .toArray();
        boolean isUnbounded = answer.diagram().branches().stream()
                .anyMatch(branch -> branch.begin() == BranchEnd.UNBOUNDED || branch.end() == BranchEnd.UNBOUNDED);
        int left = isUnbounded ? (int) ((1 - SHOWN) * values.length) : 0;
        for (int i = left; i < values.length - left; i++) {
            worth.point(values[i]);
        }
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

    private DataTable table(List<BranchPiece> pieces, List<CyclePiece> cycles) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (BranchPoint point : pieces.get(i).points()) {
                rows.add(List.of(i + 1, point.parameter(), answer.value(point)));
            }
        }
        for (int i = 0; i < cycles.size(); i++) {
            for (boolean most : new boolean[] {false, true}) {
                for (CyclePoint point : cycles.get(i).points()) {
                    rows.add(List.of(
                            pieces.size() + 2 * i + (most ? 2 : 1), point.parameter(), answer.extreme(point, most)));
                }
            }
        }
        return new DataTable(name, columns(), rows);
    }
}

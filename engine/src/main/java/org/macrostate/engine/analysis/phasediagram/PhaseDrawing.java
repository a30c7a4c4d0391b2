package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.engine.analysis.BoundaryStyle;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.reports.figure.Axis;
import org.macrostate.reports.figure.Csv;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.Fill;
import org.macrostate.reports.figure.Label;
import org.macrostate.reports.figure.Layer;
import org.macrostate.reports.figure.MarkShape;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.continuation.CodimensionTwo;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;

/** A phase diagram: painted regions, numeric boundaries, closed forms on top of them. */
public final class PhaseDrawing {
    static final String NAME = "phase-diagram";
    static final String CLOSED = "closed-forms";
    static final String JOINTS = "boundary-joints";
    static final String PIECES = "boundary-pieces";

    private final Typesetter typesetter;
    private final PhaseDiagramAnswer answer;
    private final String suffix;
    private final List<ClosedBoundary> closed;
    private final List<String> phases;

    public PhaseDrawing(Typesetter typesetter, PhaseDiagramAnswer answer, String suffix, List<ClosedBoundary> closed) {
        this(typesetter, answer, suffix, closed, List.of());
    }

    private PhaseDrawing(
            Typesetter typesetter,
            PhaseDiagramAnswer answer,
            String suffix,
            List<ClosedBoundary> closed,
            List<String> phases) {
        this.phases = List.copyOf(phases);
        this.typesetter = typesetter;
        this.answer = answer;
        this.suffix = suffix;
        this.closed = List.copyOf(closed);
    }

    /** A diagram by itself, without closed forms. */
    public static Drawing alone(OrderParameterSystem system, PhaseDiagramAnswer answer, String madeBy) {
        return new PhaseDrawing(Typesetter.of(system.problem()), answer, "", List.of())
                .coloured(PhaseColours.order(system))
                .drawing(madeBy);
    }

    /** Colours by the place of a phase in this list, whichever of them occur. */
    public PhaseDrawing coloured(List<String> declared) {
        return new PhaseDrawing(typesetter, answer, suffix, closed, declared);
    }

    public Drawing drawing(String madeBy) {
        PhaseDiagram diagram = answer.diagram();
        List<Layer> layers = new ArrayList<>();
        List<RefinedRegions.Polyline> joints = BoundaryJoints.of(diagram);
        List<RefinedRegions.Polyline> curves = new ArrayList<>(joints);
        diagram.boundaries().forEach(b -> curves.add(new RefinedRegions.Polyline(b.x(), b.y())));
        RefinedRegions regions = new RefinedRegions(diagram, curves);
        Layer.RegionMap map =
                new Layer.RegionMap(categories(), regions.columns(), regions.lines(), regions.categories());
        layers.add(map);
        List<DataTable> tables = new ArrayList<>();
        List<String> reads = new ArrayList<>();
        List<PhaseBoundary.Piece> pieces = diagram.boundaries().stream()
                .flatMap(boundary -> boundary.pieces().stream())
                .toList();
        layers.addAll(boundaries(pieces));
        if (!pieces.isEmpty()) {
            tables.add(pieces(pieces));
            reads.add(PIECES + suffix + ".csv");
        }
        if (!joints.isEmpty()) {
            tables.add(table(JOINTS + suffix, joints));
            reads.add(JOINTS + suffix + ".csv");
            for (int i = 0; i < joints.size(); i++) {
                Csv csv = new Csv(JOINTS + suffix + ".csv", "x", "y").where("curve", "" + (i + 1));
                layers.add(new Layer.Boundary(
                        Label.NONE, csv, joints.get(i).x(), joints.get(i).y(), false));
            }
        }
        if (!closed.isEmpty()) {
            tables.add(closedTable());
            reads.add(CLOSED + suffix + ".csv");
            for (int i = 0; i < closed.size(); i++) {
                Csv csv = new Csv(CLOSED + suffix + ".csv", "x", "y").where("curve", "" + (i + 1));
                ClosedBoundary curve = closed.get(i);
                Label name = FigureLabels.of(FormulaPhrases.assignment(typesetter, curve.solve(), curve.form()));
                layers.add(new Layer.Boundary(name, csv, curve.x(), curve.y(), true));
            }
        }
        layers.addAll(marks());
        layers.addAll(map.labels());
        Figure figure = Figure.of(
                        axis(diagram.x()),
                        axis(diagram.y()),
                        layers,
                        "Phases over " + diagram.x().parameter() + " and "
                                + diagram.y().parameter())
                .madeBy(madeBy);
        return new Drawing(NAME + suffix, figure, tables, reads);
    }

    /** Each type named once. */
    private List<Layer> boundaries(List<PhaseBoundary.Piece> pieces) {
        List<Layer> layers = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            PhaseBoundary.Piece piece = pieces.get(i);
            Csv csv = new Csv(PIECES + suffix + ".csv", "x", "y").where("piece", "" + (i + 1));
            Label name = named.add(piece.text()) ? Label.text(piece.text()) : Label.NONE;
            BoundaryStyle style = BoundaryStyle.of(piece);
            layers.add(new Layer.Boundary(name, csv, piece.x(), piece.y(), false, style.dash(), style.colour()));
        }
        return layers;
    }

    /** Points of codimension two, with what they are. */
    private List<Layer> marks() {
        List<Layer> marks = new ArrayList<>();
        for (CodimensionTwo point : answer.diagram().points()) {
            marks.add(new Layer.Marker(
                    Label.text(point.kind().text()),
                    point.p(),
                    point.q(),
                    MarkShape.number(point.kind().ordinal()),
                    BoundaryStyle.MARKS));
        }
        return marks;
    }

    private Axis axis(org.macrostate.solvers.phase.ParameterAxis axis) {
        return Axis.linear(FigureLabels.symbol(typesetter, axis.parameter())).from(axis.from(), axis.to());
    }

    private List<Layer.Category> categories() {
        List<Layer.Category> categories = new ArrayList<>();
        List<String> names = answer.diagram().categories();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Fill fill = name.equals(PhaseDiagram.COEXISTENCE)
                    ? Fill.HATCHED
                    : name.equals(PhaseDiagram.UNDECIDED) ? Fill.UNDECIDED : Fill.PLAIN;
            categories.add(new Layer.Category(Label.text(name), fill, PhaseColours.slot(phases, name, names)));
        }
        return categories;
    }

    private DataTable closedTable() {
        return table(
                CLOSED + suffix,
                closed.stream()
                        .map(c -> new RefinedRegions.Polyline(c.x(), c.y()))
                        .toList());
    }

    private DataTable pieces(List<PhaseBoundary.Piece> pieces) {
        List<List<Object>> rows = new ArrayList<>();
        for (int p = 0; p < pieces.size(); p++) {
            PhaseBoundary.Piece piece = pieces.get(p);
            for (int i = 0; i < piece.x().length; i++) {
                rows.add(List.of(p + 1, piece.kind().text(), piece.type().text(), piece.x()[i], piece.y()[i]));
            }
        }
        return new DataTable(PIECES + suffix, List.of("piece", "kind", "type", "x", "y"), rows);
    }

    private static DataTable table(String name, List<RefinedRegions.Polyline> curves) {
        List<List<Object>> rows = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            for (int i = 0; i < curves.get(c).x().length; i++) {
                rows.add(List.of(c + 1, curves.get(c).x()[i], curves.get(c).y()[i]));
            }
        }
        return new DataTable(name, List.of("curve", "x", "y"), rows);
    }
}

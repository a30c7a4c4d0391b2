package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.List;
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
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;

/** A phase diagram: painted regions, numeric boundaries, closed forms on top of them. */
public final class PhaseDrawing {
    private static final String CLOSED = "closed-forms";

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
        Layer.RegionMap map = new Layer.RegionMap(
                categories(), diagram.x().values(), diagram.y().values(), rows(diagram));
        layers.add(map);
        List<DataTable> tables = new ArrayList<>();
        List<String> reads = new ArrayList<>();
        String boundaries = PhaseDiagramQuestion.BOUNDARIES + suffix + ".csv";
        for (int i = 0; i < diagram.boundaries().size(); i++) {
            PhaseBoundary boundary = diagram.boundaries().get(i);
            Csv csv = new Csv(boundaries, "x", "y").where("curve", "" + boundary.curve());
            Label name = i == 0 ? Label.text("boundary found numerically") : Label.NONE;
            layers.add(new Layer.Boundary(name, csv, boundary.x(), boundary.y(), false));
        }
        if (!diagram.boundaries().isEmpty()) {
            reads.add(boundaries);
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
        layers.addAll(map.labels());
        Figure figure = Figure.of(
                        axis(diagram.x()),
                        axis(diagram.y()),
                        layers,
                        "Phases over " + diagram.x().parameter() + " and "
                                + diagram.y().parameter())
                .madeBy(madeBy);
        return new Drawing("phase-diagram" + suffix, figure, tables, reads);
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

    private static int[][] rows(PhaseDiagram diagram) {
        int nx = diagram.x().count();
        int[][] rows = new int[diagram.y().count()][];
        for (int j = 0; j < rows.length; j++) {
            rows[j] = java.util.Arrays.copyOfRange(diagram.category(), j * nx, (j + 1) * nx);
        }
        return rows;
    }

    private DataTable closedTable() {
        List<List<Object>> rows = new ArrayList<>();
        for (int c = 0; c < closed.size(); c++) {
            for (int i = 0; i < closed.get(c).x().length; i++) {
                rows.add(List.of(c + 1, closed.get(c).x()[i], closed.get(c).y()[i]));
            }
        }
        return new DataTable(CLOSED + suffix, List.of("curve", "x", "y"), rows);
    }
}

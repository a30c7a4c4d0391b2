package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;

/** A phase diagram in a few lines: how much of the grid each phase takes, and which curves there are. */
final class PhaseSummary {
    private PhaseSummary() {}

    static String of(PhaseDiagramAnswer answer) {
        PhaseDiagram diagram = answer.diagram();
        List<List<Object>> phases = new ArrayList<>();
        for (int c = 0; c < diagram.categories().size(); c++) {
            int category = c;
            long points =
                    Arrays.stream(diagram.category()).filter(p -> p == category).count();
            phases.add(List.of(diagram.categories().get(c), points, 100.0 * points / diagram.category().length));
        }
        List<List<Object>> curves = new ArrayList<>();
        for (PhaseBoundary boundary : diagram.boundaries()) {
            curves.add(List.of(
                    boundary.curve(),
                    boundary.kind().text(),
                    types(boundary),
                    boundary.phase(),
                    boundary.x().length,
                    Arrays.stream(boundary.x()).min().orElse(Double.NaN),
                    Arrays.stream(boundary.x()).max().orElse(Double.NaN),
                    Arrays.stream(boundary.y()).min().orElse(Double.NaN),
                    Arrays.stream(boundary.y()).max().orElse(Double.NaN)));
        }
        List<List<Object>> points = new ArrayList<>();
        diagram.points().forEach(point -> points.add(List.of(point.kind().text(), point.p(), point.q())));
        String x = diagram.x().parameter();
        String y = diagram.y().parameter();
        return TerminalTable.of(new DataTable("", List.of("phase", "points", "per cent"), phases)) + "\n"
                + TerminalTable.of(new DataTable(
                        "",
                        List.of(
                                "curve",
                                "kind",
                                "type",
                                "ends",
                                "points",
                                x + " from",
                                x + " to",
                                y + " from",
                                y + " to"),
                        curves))
                + (points.isEmpty()
                        ? ""
                        : "\n" + TerminalTable.of(new DataTable("", List.of("codimension two", x, y), points)));
    }

    private static String types(PhaseBoundary boundary) {
        return boundary.pieces().stream()
                .map(piece -> piece.type().text())
                .distinct()
                .collect(Collectors.joining(", then "));
    }
}

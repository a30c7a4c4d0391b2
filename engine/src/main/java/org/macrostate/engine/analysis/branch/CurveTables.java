package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.continuation.BifurcationCurve;
import org.macrostate.solvers.continuation.CodimensionTwo;
import org.macrostate.solvers.continuation.CurveDiagram;

/**
 * Curves of bifurcations as tables and JSON.
 *
 * @param labels of the state
 */
public record CurveTables(CurveDiagram diagram, List<String> labels) {
    /** A row a point; {@code unstable} eigenvalues beside the critical ones. */
    DataTable curves() {
        List<String> columns = new ArrayList<>(
                List.of("curve", "kind", diagram.p().parameter(), diagram.q().parameter(), "unstable"));
        columns.addAll(labels);
        List<List<Object>> rows = new ArrayList<>();
        for (BifurcationCurve curve : diagram.curves()) {
            for (BifurcationCurve.Point point : curve.points()) {
                List<Object> row = new ArrayList<>(
                        List.of(curve.number(), curve.kind().text(), point.p(), point.q(), point.unstable()));
                row.addAll(JsonNumbers.list(point.state()));
                rows.add(row);
            }
        }
        return new DataTable(BranchQuestion.CURVES, columns, rows);
    }

    /** The curves in a line each, for people. */
    public DataTable summary() {
        List<List<Object>> rows = new ArrayList<>();
        for (BifurcationCurve curve : diagram.curves()) {
            BifurcationCurve.Point first = curve.points().get(0);
            BifurcationCurve.Point last = curve.points().get(curve.points().size() - 1);
            rows.add(List.of(
                    curve.number(),
                    curve.kind().text(),
                    first.p(),
                    first.q(),
                    curve.begin().text(),
                    last.p(),
                    last.q(),
                    curve.end().text()));
        }
        String p = diagram.p().parameter();
        String q = diagram.q().parameter();
        return new DataTable(
                BranchQuestion.CURVES,
                List.of("curve", "kind", p + " from", q + " from", "begins", p + " to", q + " to", "ends"),
                rows);
    }

    /** Points of codimension two, for people. */
    public DataTable points() {
        List<List<Object>> rows = new ArrayList<>();
        for (CodimensionTwo point : diagram.points()) {
            List<Object> row = new ArrayList<>(List.of(point.kind().text(), onCurves(point), point.p(), point.q()));
            row.addAll(JsonNumbers.list(point.state()));
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of(
                "codimension two",
                "on curves",
                diagram.p().parameter(),
                diagram.q().parameter()));
        columns.addAll(labels);
        return new DataTable("points", columns, rows);
    }

    private static String onCurves(CodimensionTwo point) {
        return point.curves().stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(" "));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("curves", diagram.curves().stream().map(CurveTables::json).toList());
        json.put("codimension two", diagram.points().stream().map(this::json).toList());
        return json;
    }

    private static Map<String, Object> json(BifurcationCurve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("curve", curve.number());
        json.put("kind", curve.kind().text());
        json.put("points", curve.points().size());
        json.put("begins", curve.begin().text());
        json.put("ends", curve.end().text());
        return json;
    }

    private Map<String, Object> json(CodimensionTwo point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", point.kind().text());
        json.put("curves", point.curves());
        Map<String, Object> at = new LinkedHashMap<>();
        at.put(diagram.p().parameter(), point.p());
        at.put(diagram.q().parameter(), point.q());
        json.put("at", at);
        json.put("state", JsonNumbers.byName(labels, point.state()));
        return json;
    }
}

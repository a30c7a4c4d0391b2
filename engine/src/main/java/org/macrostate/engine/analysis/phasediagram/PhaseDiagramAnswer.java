package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.continuation.CodimensionTwo;
import org.macrostate.solvers.phase.PhaseBoundary;
import org.macrostate.solvers.phase.PhaseDiagram;
import org.macrostate.solvers.phase.TransitionType;

/** @param observables names of the columns of the diagram's observables */
public record PhaseDiagramAnswer(PhaseDiagram diagram, List<String> observables) implements Answer {
    @Override
    public Outcome outcome() {
        long undecided = undecided();
        if (undecided > diagram.category().length / 2) {
            return new Outcome.NotConverged(undecided + " of " + diagram.category().length + " points are undecided");
        }
        return notes().isEmpty()
                ? Outcome.DONE
                : new Outcome.NotConverged("the diagram may lack something: see its notes");
    }

    private long undecided() {
        int place = diagram.categories().indexOf(PhaseDiagram.UNDECIDED);
        return java.util.Arrays.stream(diagram.category())
                .filter(c -> place >= 0 && c == place)
                .count();
    }

    @Override
    public List<String> notes() {
        return diagram.notes();
    }

    @Override
    public List<DataTable> tables() {
        return diagram.points().isEmpty() ? List.of(phases(), boundaries()) : List.of(phases(), boundaries(), points());
    }

    private DataTable phases() {
        List<String> columns = new ArrayList<>(
                List.of(diagram.x().parameter(), diagram.y().parameter(), "phase", "stable fixed points"));
        columns.addAll(observables);
        return DataTable.computed(PhaseDiagramQuestion.PHASE, columns, diagram.category().length, place -> {
            int i = place % diagram.x().count();
            int j = place / diagram.x().count();
            List<Object> row = new ArrayList<>();
            row.add(diagram.x().value(i));
            row.add(diagram.y().value(j));
            row.add(diagram.categoryAt(i, j));
            row.add(diagram.stableCounts()[place]);
            row.addAll(JsonNumbers.list(diagram.observables()[place]));
            return row;
        });
    }

    private DataTable boundaries() {
        List<List<Object>> rows = new ArrayList<>();
        for (PhaseBoundary boundary : diagram.boundaries()) {
            for (int i = 0; i < boundary.x().length; i++) {
                rows.add(List.of(boundary.curve(), boundary.kind().text(), boundary.x()[i], boundary.y()[i]));
            }
        }
        return new DataTable(PhaseDiagramQuestion.BOUNDARIES, List.of("curve", "kind", "x", "y"), rows);
    }

    private DataTable points() {
        List<List<Object>> rows = new ArrayList<>();
        for (CodimensionTwo point : diagram.points()) {
            rows.add(List.of(point.kind().text(), point.p(), point.q()));
        }
        return new DataTable(PhaseDiagramQuestion.POINTS, List.of("kind", "x", "y"), rows);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("x", axis(diagram.x()));
        json.put("y", axis(diagram.y()));
        json.put("phases", diagram.categories());
        List<Object> rows = new ArrayList<>();
        for (int j = 0; j < diagram.y().count(); j++) {
            List<Object> row = new ArrayList<>();
            for (int i = 0; i < diagram.x().count(); i++) {
                row.add(diagram.category()[j * diagram.x().count() + i]);
            }
            rows.add(row);
        }
        json.put("phase", rows);
        json.put(
                "boundaries",
                diagram.boundaries().stream().map(PhaseDiagramAnswer::json).toList());
        json.put(
                "codimension two",
                diagram.points().stream().map(PhaseDiagramAnswer::json).toList());
        json.put("unresolved", diagram.unresolved());
        return json;
    }

    private static Map<String, Object> axis(org.macrostate.solvers.phase.ParameterAxis axis) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("parameter", axis.parameter());
        json.put("from", axis.from());
        json.put("to", axis.to());
        json.put("points", axis.count());
        return json;
    }

    private static Map<String, Object> json(PhaseBoundary boundary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("curve", boundary.curve());
        json.put("kind", boundary.kind().text());
        json.put("phase", boundary.phase());
        json.put("x", JsonNumbers.list(boundary.x()));
        json.put("y", JsonNumbers.list(boundary.y()));
        json.put("types", boundary.types().stream().map(TransitionType::text).toList());
        return json;
    }

    private static Map<String, Object> json(CodimensionTwo point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", point.kind().text());
        json.put("x", point.p());
        json.put("y", point.q());
        json.put("curves", point.curves());
        return json;
    }
}

package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.cycle.CycleBifurcation;
import org.macrostate.solvers.cycle.CycleBranch;
import org.macrostate.solvers.cycle.CycleDiagram;
import org.macrostate.solvers.cycle.CyclePoint;

/**
 * Limit cycles as tables and JSON.
 *
 * @param parameter that varies
 * @param labels of the state
 * @param observables their names
 */
record CycleTables(CycleDiagram diagram, String parameter, List<String> labels, List<String> observables) {
    /** A row a cycle, with the least and largest value of each element and observable. */
    DataTable cycles() {
        List<String> columns = new ArrayList<>(List.of("cycle", "stable", parameter, "period"));
        labels.forEach(label -> columns.add("min " + label));
        labels.forEach(label -> columns.add("max " + label));
        observables.forEach(name -> columns.add("min " + name));
        observables.forEach(name -> columns.add("max " + name));
        List<List<Object>> rows = new ArrayList<>();
        for (CycleBranch branch : diagram.branches()) {
            for (CyclePoint point : branch.points()) {
                List<Object> row = new ArrayList<>(
                        List.of(branch.number(), Boolean.toString(point.stable()), point.parameter(), point.period()));
                row.addAll(JsonNumbers.list(point.least()));
                row.addAll(JsonNumbers.list(point.most()));
                row.addAll(JsonNumbers.list(point.leastObserved()));
                row.addAll(JsonNumbers.list(point.mostObserved()));
                rows.add(row);
            }
        }
        return new DataTable(BranchQuestion.CYCLES, columns, rows);
    }

    /** Where cycles begin, bifurcate and end, for people. */
    DataTable summary() {
        List<List<Object>> rows = new ArrayList<>();
        for (CycleBranch branch : diagram.branches()) {
            rows.add(List.of(
                    branch.number(),
                    "hopf",
                    branch.hopf(),
                    branch.points().get(0).period()));
            for (CycleBifurcation bifurcation : branch.bifurcations()) {
                rows.add(List.of(
                        branch.number(),
                        bifurcation.kind().text(),
                        bifurcation.point().parameter(),
                        bifurcation.point().period()));
            }
            CyclePoint last = branch.points().get(branch.points().size() - 1);
            rows.add(List.of(branch.number(), branch.end().text(), branch.limit(), last.period()));
        }
        return new DataTable(BranchQuestion.CYCLES, List.of("cycle", "what", parameter, "period"), rows);
    }

    List<Map<String, Object>> json() {
        return diagram.branches().stream().map(this::json).toList();
    }

    private Map<String, Object> json(CycleBranch branch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cycle", branch.number());
        json.put("points", branch.points().size());
        json.put("begins", Map.of(parameter, branch.hopf()));
        json.put("ends", branch.end().text());
        json.put("end", Map.of(parameter, branch.limit()));
        json.put("bifurcations", branch.bifurcations().stream().map(this::json).toList());
        return json;
    }

    private Map<String, Object> json(CycleBifurcation bifurcation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", bifurcation.kind().text());
        json.put("at", Map.of(parameter, bifurcation.point().parameter()));
        json.put("period", bifurcation.point().period());
        json.put("min", JsonNumbers.byName(labels, bifurcation.point().least()));
        json.put("max", JsonNumbers.byName(labels, bifurcation.point().most()));
        json.put(
                "multipliers",
                bifurcation.point().multipliers().stream()
                        .map(v -> List.of(v.getRealPart(), v.getImaginaryPart()))
                        .toList());
        return json;
    }
}

package org.macrostate.engine.analysis.fixedpoints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.fixedpoint.Completeness;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPoints;

/**
 * The fixed points found.
 *
 * @param labels of the state
 * @param observables their names
 * @param certified if asked for, of each point the half-width, relative to 1 and each element, of a box in which it was
 *     proved to be the only fixed point; empty where that could not be proved
 * @param notes where observables are undefined
 */
public record FixedPointsAnswer(
        List<String> labels,
        List<String> observables,
        FixedPoints found,
        Optional<List<OptionalDouble>> certified,
        List<String> notes)
        implements Answer {
    @Override
    public Outcome outcome() {
        return switch (found.status()) {
            case FOUND ->
                found.bounds().isEmpty()
                        ? Outcome.DONE
                        : new Outcome.NotConverged("the list may lack fixed points: see its notes");
            case TOO_MANY -> new Outcome.NotConverged("there are more fixed points than are kept");
            case ONLY_OUTSIDE ->
                new Outcome.NotConverged("the equations have roots, but none that vectors and scalars can realise");
            case NONE_CONVERGED ->
                found.completeness().all()
                        ? Outcome.DONE
                        : new Outcome.NotConverged("none of " + found.starts() + " starts led to a root");
        };
    }

    @Override
    public List<DataTable> tables() {
        List<String> columns = new ArrayList<>(List.of("phase", "stability", "leading eigenvalue"));
        columns.addAll(labels);
        columns.addAll(observables);
        List<List<Object>> rows = new ArrayList<>();
        for (FixedPoint point : found.points()) {
            List<Object> row = new ArrayList<>();
            row.add(point.phase());
            row.add(point.stability().text());
            row.add(point.eigenvalues().get(0).getRealPart());
            row.addAll(JsonNumbers.list(point.state()));
            row.addAll(JsonNumbers.list(point.observables()));
            rows.add(row);
        }
        return List.of(new DataTable(FixedPointsQuestion.TABLE, columns, rows));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> points = new ArrayList<>();
        for (int i = 0; i < found.points().size(); i++) {
            Map<String, Object> point = json(found.points().get(i));
            int place = i;
            certified.ifPresent(all -> {
                point.put("certified", all.get(place).isPresent());
                all.get(place).ifPresent(radius -> point.put("certified within", radius));
            });
            points.add(point);
        }
        json.put("fixed points", points);
        json.put("starts", found.starts());
        json.put("converged", found.converged());
        Completeness completeness = found.completeness();
        json.put("complete", completeness.all());
        if (completeness.solutions() >= 0) {
            json.put("complex solutions", completeness.solutions());
        }
        if (completeness.real() >= 0) {
            json.put("real solutions", completeness.real());
        }
        if (!completeness.all() && !Double.isNaN(completeness.missing())) {
            json.put("estimated missing", completeness.missing());
        }
        return json;
    }

    private Map<String, Object> json(FixedPoint point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("phase", point.phase());
        json.put("stable", point.stable());
        json.put("stability", point.stability().text());
        json.put("state", JsonNumbers.byName(labels, point.state()));
        json.put(
                "eigenvalues",
                point.eigenvalues().stream()
                        .map(e -> List.of(e.getRealPart(), e.getImaginaryPart()))
                        .toList());
        json.put("observables", JsonNumbers.byName(observables, point.observables()));
        json.put("residual", point.residual());
        json.put("neutral modes", point.neutralModes());
        if (point.multiplicity() > 0) {
            json.put("multiplicity", point.multiplicity());
        }
        if (point.images() > 0) {
            json.put("images", point.images());
        }
        return json;
    }
}

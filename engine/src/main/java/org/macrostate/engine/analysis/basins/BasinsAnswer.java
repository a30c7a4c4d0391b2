package org.macrostate.engine.analysis.basins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.cycle.LimitCycle;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.phase.Basins;
import org.macrostate.solvers.phase.ParameterAxis;

/**
 * Basins of attraction among a family of starts.
 *
 * @param labels of the state
 * @param observables their names
 */
public record BasinsAnswer(Basins basins, List<String> labels, List<String> observables) implements Answer {
    @Override
    public Outcome outcome() {
        long undecided = Arrays.stream(basins.reached())
                .filter(r -> r == Basins.UNDECIDED)
                .count();
        long left = count(Basins.LEAVES_DOMAIN);
        if (left > basins.reached().length / 2) {
            return new Outcome.NotConverged("from " + left + " of " + basins.reached().length
                    + " starts the state leaves the domain it is declared for");
        }
        return undecided > basins.reached().length / 2
                ? new Outcome.NotConverged(
                        undecided + " of " + basins.reached().length + " starts reached no stable state")
                : Outcome.DONE;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(basins.notes());
        long left = count(Basins.LEAVES_DOMAIN);
        if (left > 0 && left <= basins.reached().length / 2) {
            notes.add("from " + left + " of " + basins.reached().length
                    + " starts the state leaves the domain it is declared for");
        }
        return notes;
    }

    /** What a start reaches, in words; attractors are numbered from 1. */
    public String word(int reached) {
        if (reached <= Basins.CYCLE) {
            return "limit cycle";
        }
        return switch (reached) {
            case Basins.DIVERGES -> "divergent";
            case Basins.UNDECIDED -> "undecided";
            case Basins.IMPOSSIBLE -> "not realisable";
            case Basins.LEAVES_DOMAIN -> "leaves its domain";
            default -> basins.attractors().get(reached).phase();
        };
    }

    @Override
    public List<DataTable> tables() {
        return List.of(starts(), attractors());
    }

    private DataTable starts() {
        List<ParameterAxis> axes = basins.axes();
        List<String> columns = new ArrayList<>();
        axes.forEach(axis -> columns.add(axis.parameter()));
        columns.addAll(List.of("attractor", "phase", "time"));
        int width = axes.get(0).count();
        List<List<Object>> rows = new ArrayList<>();
        for (int place = 0; place < basins.reached().length; place++) {
            List<Object> row = new ArrayList<>();
            row.add(axes.get(0).value(place % width));
            if (axes.size() == 2) {
                row.add(axes.get(1).value(place / width));
            }
            int reached = basins.reached()[place];
            row.add(number(reached));
            row.add(word(reached));
            row.add(basins.times()[place]);
            rows.add(row);
        }
        return new DataTable(BasinsQuestion.BASINS, columns, rows);
    }

    /** Attractors are numbered from 1, limit cycles after fixed points; 0 is none. */
    int number(int reached) {
        return reached <= Basins.CYCLE
                ? basins.attractors().size() + 1 + Basins.CYCLE - reached
                : Math.max(0, reached + 1);
    }

    /** The states that were reached, with how many starts reach each. */
    public DataTable attractors() {
        List<String> columns = new ArrayList<>(List.of("attractor", "phase", "starts"));
        columns.addAll(labels);
        columns.addAll(observables);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < basins.attractors().size(); i++) {
            FixedPoint attractor = basins.attractors().get(i);
            List<Object> row = new ArrayList<>(List.of(i + 1, attractor.phase(), count(i)));
            row.addAll(JsonNumbers.list(attractor.state()));
            row.addAll(JsonNumbers.list(attractor.observables()));
            rows.add(row);
        }
        return new DataTable(BasinsQuestion.ATTRACTORS, columns, rows);
    }

    /** The number of starts with this outcome. */
    public long count(int reached) {
        return Arrays.stream(basins.reached()).filter(r -> r == reached).count();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("axes", basins.axes().stream().map(BasinsAnswer::json).toList());
        List<Object> attractors = new ArrayList<>();
        for (int i = 0; i < basins.attractors().size(); i++) {
            FixedPoint attractor = basins.attractors().get(i);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("attractor", i + 1);
            one.put("phase", attractor.phase());
            one.put("starts", count(i));
            one.put("state", JsonNumbers.byName(labels, attractor.state()));
            one.put("observables", JsonNumbers.byName(observables, attractor.observables()));
            attractors.add(one);
        }
        json.put("attractors", attractors);
        json.put("limit cycles", cycles());
        json.put("divergent", count(Basins.DIVERGES));
        json.put("undecided", count(Basins.UNDECIDED));
        json.put("not realisable", count(Basins.IMPOSSIBLE));
        json.put("leaves its domain", count(Basins.LEAVES_DOMAIN));
        return json;
    }

    private List<Object> cycles() {
        List<Object> cycles = new ArrayList<>();
        for (int i = 0; i < basins.cycles().size(); i++) {
            LimitCycle cycle = basins.cycles().get(i);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("attractor", number(Basins.CYCLE - i));
            one.put("starts", count(Basins.CYCLE - i));
            one.put("period", cycle.period());
            one.put("min", JsonNumbers.byName(labels, cycle.least()));
            one.put("max", JsonNumbers.byName(labels, cycle.most()));
            cycles.add(one);
        }
        return cycles;
    }

    /** The limit cycles that were reached, for people; empty if there are none. */
    DataTable turning() {
        List<String> columns = new ArrayList<>(List.of("attractor", "phase", "starts", "period"));
        labels.forEach(label -> columns.add(label + " from"));
        labels.forEach(label -> columns.add(label + " to"));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < basins.cycles().size(); i++) {
            LimitCycle cycle = basins.cycles().get(i);
            int reached = Basins.CYCLE - i;
            List<Object> row = new ArrayList<>(List.of(number(reached), word(reached), count(reached), cycle.period()));
            row.addAll(JsonNumbers.list(cycle.least()));
            row.addAll(JsonNumbers.list(cycle.most()));
            rows.add(row);
        }
        return new DataTable("limit cycles", columns, rows);
    }

    private static Map<String, Object> json(ParameterAxis axis) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order parameter", axis.parameter());
        json.put("from", axis.from());
        json.put("to", axis.to());
        json.put("points", axis.count());
        return json;
    }
}

package org.macrostate.engine.analysis.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.FiniteRuns;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.output.DataTable;
import org.macrostate.solvers.sgd.Optimizer;
import org.macrostate.solvers.sgd.Run;

/**
 * Runs of SGD.
 *
 * @param names of the columns: order parameters, observables
 * @param notes where observables are undefined
 */
public record SimulateAnswer(SimulateQuestion asked, List<String> names, List<Curve> curves, List<String> notes)
        implements FiniteRuns {
    private static final int MOST_TOLD = 5;
    private static final int MOST_JSON = 2_000_000;

    /**
     * The runs at one value of the parameter that tells curves apart.
     *
     * @param value empty if there is one curve
     * @param runs one row for each time that a run reached
     * @param outcomes how each run ended
     */
    public record Curve(Optional<Double> value, List<double[][]> runs, List<Run.Outcome> outcomes) {}

    @Override
    public boolean isOfRuns() {
        return true;
    }

    @Override
    public int dimension() {
        return asked.dimension();
    }

    @Override
    public int runs() {
        return asked.runs();
    }

    @Override
    public boolean isReduced() {
        return asked.reduced();
    }

    @Override
    public Curves kind() {
        return asked.curves();
    }

    @Override
    public boolean areOf(InitialCondition start, Curves curves, Map<String, String> schedules) {
        return isPlain()
                && asked.start().filter(start::equals).isPresent()
                && asked.curves().equals(curves)
                && asked.schedules().equals(schedules);
    }

    @Override
    public List<Mean> means(String quantity) {
        return new SgdSummary(this, quantity).means();
    }

    @Override
    public DataTable summary(String quantity, String name) {
        return new SgdSummary(this, quantity).table(name);
    }

    @Override
    public Outcome outcome() {
        int count = 0;
        List<String> lost = new ArrayList<>();
        for (Curve curve : curves) {
            String where = curve.value()
                    .map(v -> " at " + asked.curves().parameter() + " = " + v)
                    .orElse("");
            for (int run = 0; run < curve.outcomes().size(); run++) {
                Run.Outcome outcome = curve.outcomes().get(run);
                if (outcome instanceof Run.Completed) {
                    continue;
                }
                if (count++ < MOST_TOLD) {
                    lost.add("run " + (run + 1) + where + told(outcome));
                }
            }
        }
        if (count == 0) {
            return Outcome.DONE;
        }
        return new Outcome.NotConverged(count + " of " + all() + " runs did not reach the end: "
                + String.join("; ", lost) + (count > MOST_TOLD ? "; …" : ""));
    }

    private static String told(Run.Outcome outcome) {
        if (outcome instanceof Run.Diverged diverged) {
            return " diverged at t = " + diverged.t();
        }
        if (outcome instanceof Run.LeftDomain left) {
            return " left the domain of " + left.label() + " at t = " + left.t();
        }
        return outcome instanceof Run.Interrupted stopped ? " was stopped at t = " + stopped.t() : " ended";
    }

    private boolean isPlain() {
        return asked.optimizer() instanceof Optimizer.Sgd;
    }

    @Override
    public List<DataTable> tables() {
        List<String> columns = new ArrayList<>(asked.curves().columns());
        if (!isPlain()) {
            columns.add("optimizer");
        }
        columns.add("run");
        columns.add("t");
        columns.addAll(names);
        RunRows rows = new RunRows(this);
        return List.of(DataTable.computed(SimulateQuestion.TABLE, columns, rows.count(), rows::row));
    }

    /** How many runs there are of all curves. */
    private int all() {
        return asked.runs() * curves.size();
    }

    @Override
    public Map<String, Object> json() {
        DataTable table = tables().get(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dimension", asked.dimension());
        json.put("runs", asked.runs());
        json.put("reduced", asked.reduced());
        json.put("optimizer", asked.optimizer().text());
        if (asked.inSinglePrecision()) {
            json.put("float", true);
        }
        if (!isPlain()) {
            json.put("outside the theory", true);
        }
        boolean fits = table.rows().size() <= MOST_JSON;
        json.put("ends", fits ? ends() : Optional.empty());
        json.put("columns", table.columns());
        json.put("rows", fits ? table.rows() : Optional.empty());
        if (!fits) {
            List<String> said = new ArrayList<>(notes);
            said.add("of more than " + MOST_JSON + " rows none are here; the CSV file has them");
            json.put("notes", said);
        }
        return json;
    }

    /** How each run ended. */
    private List<Map<String, Object>> ends() {
        List<Map<String, Object>> ends = new ArrayList<>();
        for (Curve curve : curves) {
            for (int run = 0; run < curve.outcomes().size(); run++) {
                Map<String, Object> end = new LinkedHashMap<>();
                curve.value().ifPresent(value -> end.put(asked.curves().parameter(), value));
                end.put("run", run + 1);
                Run.Outcome outcome = curve.outcomes().get(run);
                end.put(
                        "status",
                        outcome instanceof Run.Diverged
                                ? "diverged"
                                : outcome instanceof Run.LeftDomain
                                        ? "left domain"
                                        : outcome instanceof Run.Interrupted ? "interrupted" : "completed");
                end.put("t", time(outcome));
                ends.add(end);
            }
        }
        return ends;
    }

    private double time(Run.Outcome outcome) {
        if (outcome instanceof Run.Diverged diverged) {
            return diverged.t();
        }
        if (outcome instanceof Run.LeftDomain left) {
            return left.t();
        }
        return outcome instanceof Run.Interrupted stopped
                ? stopped.t()
                : asked.times().end();
    }
}

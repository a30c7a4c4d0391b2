package org.macrostate.engine.analysis.integrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.integrate.QuadratureAlong;
import org.macrostate.solvers.integrate.Trajectory;

/**
 * Courses of the order parameters.
 *
 * @param labels of the state
 * @param observables their names
 * @param start the state at time 0; not to be modified
 * @param dimension N of the bands, if there are any
 * @param notes where observables are undefined
 */
public record IntegrateAnswer(
        Curves kind,
        List<String> labels,
        List<String> observables,
        double[] start,
        Optional<Integer> dimension,
        List<Curve> curves,
        List<String> notes)
        implements Answer {
    private static final String DEVIATION = "sd ";

    /**
     * One of them.
     *
     * @param value of the parameter that tells curves apart; empty if there is one curve
     * @param observables one row a time
     * @param band one standard deviation of a run at that dimension; empty also where it could not be predicted
     * @param numerical how far numerical integration is off along it; empty where every expectation is a closed form
     */
    public record Curve(
            Optional<Double> value,
            Trajectory trajectory,
            double[][] observables,
            Optional<Band> band,
            Optional<QuadratureAlong> numerical) {

        Curve with(Band predicted) {
            return new Curve(value, trajectory, observables, Optional.of(predicted), numerical);
        }
    }

    /**
     * The spread of runs.
     *
     * @param closedForm whether the diffusion behind it is in closed form, or else sampled
     * @param deviations one row a time: order parameters, observables
     */
    public record Band(boolean closedForm, double[][] deviations) {}

    /** The column that holds a quantity's standard deviation. */
    public static String deviationOf(String quantity) {
        return DEVIATION + quantity;
    }

    @Override
    public Outcome outcome() {
        List<String> failures = new ArrayList<>();
        for (Curve curve : curves) {
            if (!curve.trajectory().completed()) {
                String where = curve.value()
                        .map(v -> "at " + kind.parameter() + " = " + v + ": ")
                        .orElse("");
                failures.add(where + curve.trajectory().message());
            } else if (dimension.isPresent() && curve.band().isEmpty()) {
                failures.add("the spread of runs grows beyond all bounds, or could not be integrated");
            }
        }
        return failures.isEmpty() ? Outcome.DONE : new Outcome.NotConverged(String.join("; ", failures));
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        for (Curve curve : curves) {
            String where = curve.value()
                    .map(v -> "at " + kind.parameter() + " = " + v + ": ")
                    .orElse("");
            curve.trajectory().notes().forEach(note -> all.add(where + "the trajectory " + note));
            if (curve.trajectory().status() == Trajectory.Status.LEFT_DOMAIN) {
                all.add(where + curve.trajectory().message() + "; what follows is not given");
            }
            curve.numerical().ifPresent(along -> all.add(where + along.told()));
        }
        return List.copyOf(all);
    }

    @Override
    public List<DataTable> tables() {
        List<String> columns = new ArrayList<>(kind.columns());
        columns.add("t");
        columns.addAll(labels);
        columns.addAll(observables);
        if (dimension.isPresent()) {
            labels.forEach(label -> columns.add(deviationOf(label)));
            observables.forEach(name -> columns.add(deviationOf(name)));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            double[] times = curve.trajectory().times();
            for (int i = 0; i < times.length; i++) {
                List<Object> row = new ArrayList<>();
                curve.value().ifPresent(row::add);
                row.add(times[i]);
                row.addAll(JsonNumbers.list(curve.trajectory().states()[i]));
                row.addAll(JsonNumbers.list(curve.observables()[i]));
                if (dimension.isPresent()) {
                    row.addAll(JsonNumbers.list(deviations(curve, i)));
                }
                rows.add(row);
            }
        }
        return List.of(new DataTable(IntegrateQuestion.TABLE, columns, rows));
    }

    private double[] deviations(Curve curve, int row) {
        double[] unknown = new double[labels.size() + observables.size()];
        java.util.Arrays.fill(unknown, Double.NaN);
        return curve.band().map(band -> band.deviations()[row]).orElse(unknown);
    }

    @Override
    public Map<String, Object> json() {
        DataTable table = tables().get(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", JsonNumbers.byName(labels, start));
        dimension.ifPresent(n -> json.put("dimension", n));
        json.put("curves", curves.stream().map(this::json).toList());
        json.put("columns", table.columns());
        json.put("rows", table.rows());
        return json;
    }

    private Map<String, Object> json(Curve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        curve.value().ifPresent(value -> json.put(kind.parameter(), value));
        json.put(
                "status",
                curve.trajectory()
                        .status()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' '));
        json.put("reached", curve.trajectory().reachedTime());
        json.put("steps", curve.trajectory().steps());
        curve.trajectory().stiffFrom().ifPresent(t -> json.put("stiff from", t));
        curve.band().ifPresent(band -> json.put("diffusion", band.closedForm() ? "closed form" : "sampled"));
        curve.numerical().ifPresent(along -> json.put("quadrature error", along.json()));
        return json;
    }
}

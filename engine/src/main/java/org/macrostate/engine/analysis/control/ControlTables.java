package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.DataTable;
import org.macrostate.solvers.control.ControlGrid;
import org.macrostate.solvers.control.ControlProblem;
import org.macrostate.solvers.control.ControlResult;
import org.macrostate.solvers.control.ControlledRun;
import org.macrostate.solvers.control.CostateRow;
import org.macrostate.solvers.control.SimpleForm;
import org.macrostate.solvers.control.StartOutcome;

/**
 * What a search found, as tables.
 *
 * @param control the best schedule, a row a piece, or a row a knot where it is linear
 * @param trajectory under it, with costates and switching functions
 * @param starts what became of each start
 * @param forms schedules of simple forms in time, and the goal's quantity under each
 * @param comparison the objective of the best and of each simple form, with the first-order residual of the best
 */
public record ControlTables(
        DataTable control, DataTable trajectory, DataTable starts, DataTable forms, DataTable comparison) {
    public static final String CONTROL = "control";
    public static final String TRAJECTORY = "trajectory";
    public static final String STARTS = "starts";
    public static final String FORMS = "forms";
    public static final String COMPARISON = "comparison";
    static final List<String> NAMES = List.of(CONTROL, TRAJECTORY, STARTS, FORMS, COMPARISON);
    static final String BEST = "best";
    static final String QUANTITY = "quantity";
    static final String OBJECTIVE = "objective";

    private static final int ROWS = 200;

    static ControlTables of(
            ControlQuestion asked, ModelInstance subject, ControlProblem problem, ControlResult result) {
        return new ControlTables(
                control(asked, result),
                trajectory(asked, subject, problem, result),
                starts(result),
                forms(asked, problem, result),
                comparison(result));
    }

    private static DataTable control(ControlQuestion asked, ControlResult result) {
        List<List<Object>> rows = new ArrayList<>();
        result.best().ifPresent(best -> {
            double[] knots = best.grid().knots();
            for (int c = 0; c < asked.controls().size(); c++) {
                for (int k = 0; k < best.grid().values(); k++) {
                    int at = c * best.grid().values() + k;
                    rows.add(List.of(
                            k + 1,
                            knots[k],
                            knots[Math.min(k + 1, knots.length - 1)],
                            best.values()[at],
                            best.gradient()[at],
                            asked.controls().get(c).name()));
                }
            }
        });
        return new DataTable(CONTROL, List.of("piece", "from", "to", "value", "gradient", "control"), rows);
    }

    private static DataTable trajectory(
            ControlQuestion asked, ModelInstance subject, ControlProblem problem, ControlResult result) {
        List<String> labels = subject.compiled().bound().state().labels();
        List<String> columns = new ArrayList<>(List.of("t"));
        columns.addAll(labels);
        columns.add(QUANTITY);
        asked.controls().forEach(c -> columns.add(c.name()));
        labels.forEach(label -> columns.add("costate " + label));
        asked.controls().forEach(c -> columns.add("switching " + c.name()));
        List<List<Object>> rows = new ArrayList<>();
        result.best().ifPresent(best -> {
            for (CostateRow row : rows(problem, best.grid(), best.values(), best.weights())) {
                List<Object> cells = new ArrayList<>(List.of(row.t()));
                add(cells, row.state());
                cells.add(row.quantity());
                add(cells, row.controls());
                add(cells, row.costate());
                add(cells, row.switching());
                rows.add(cells);
            }
        });
        return new DataTable(TRAJECTORY, columns, rows);
    }

    /** Rows dense enough to be drawn: pieces are divided, which changes the steps but not the schedule. */
    private static List<CostateRow> rows(ControlProblem problem, ControlGrid grid, double[] values, double[] weights) {
        int parts = Math.max(1, ROWS / grid.pieces());
        ControlledRun run = ControlledRun.of(problem, grid.divided(parts), grid.dividedValues(values, parts));
        return run.reached()
                ? run.costates(weights)
                : ControlledRun.of(problem, grid, values).costates(weights);
    }

    private static void add(List<Object> cells, double[] values) {
        for (double value : values) {
            cells.add(value);
        }
    }

    private static DataTable starts(ControlResult result) {
        List<List<Object>> rows = new ArrayList<>();
        for (StartOutcome start : result.starts()) {
            rows.add(List.of(
                    rows.size() + 1,
                    start.kind(),
                    start.before(),
                    start.objective(),
                    start.refined(),
                    start.residual(),
                    start.iterations(),
                    start.optimum()));
        }
        return new DataTable(
                STARTS,
                List.of("start", "kind", "before", OBJECTIVE, "refined", "kkt residual", "iterations", "optimum"),
                rows);
    }

    private static DataTable comparison(ControlResult result) {
        List<List<Object>> rows = new ArrayList<>();
        result.best().ifPresent(best -> rows.add(List.of(BEST, best.objective(), best.residual())));
        result.forms().forEach(form -> rows.add(List.of(form.name(), form.objective(), Double.NaN)));
        return new DataTable(COMPARISON, List.of("schedule", OBJECTIVE, "kkt residual"), rows);
    }

    private static DataTable forms(ControlQuestion asked, ControlProblem problem, ControlResult result) {
        List<String> columns = new ArrayList<>(List.of("form", "t"));
        asked.controls().forEach(c -> columns.add(c.name()));
        columns.add(QUANTITY);
        List<List<Object>> rows = new ArrayList<>();
        result.best().ifPresent(best -> add(rows, BEST, problem, best.grid(), best.values()));
        for (SimpleForm form : result.forms()) {
            if (form.found()) {
                add(rows, form.name(), problem, form.grid(), form.values());
            }
        }
        return new DataTable(FORMS, columns, rows);
    }

    /** Both ends of each part of a piece, so that jumps are drawn as jumps. */
    private static void add(
            List<List<Object>> rows, String form, ControlProblem problem, ControlGrid grid, double[] values) {
        List<CostateRow> course =
                rows(problem, grid, values, new double[problem.system().integrals()]);
        for (int i = 0; i < course.size(); i++) {
            CostateRow row = course.get(i);
            if (i > 0 && !grid.linear()) {
                rows.add(cells(form, row.t(), course.get(i - 1).controls(), row.quantity()));
            }
            rows.add(cells(form, row.t(), row.controls(), row.quantity()));
        }
    }

    private static List<Object> cells(String form, double t, double[] controls, double quantity) {
        List<Object> cells = new ArrayList<>(List.of(form, t));
        add(cells, controls);
        cells.add(quantity);
        return cells;
    }

    List<DataTable> all() {
        return List.of(control, trajectory, starts, forms, comparison);
    }
}

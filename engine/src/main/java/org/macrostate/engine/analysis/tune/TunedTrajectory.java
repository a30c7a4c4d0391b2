package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.output.DataTable;

/** What the best schedule does in time: the scheduled parameters, and the goal's quantity with and without them. */
record TunedTrajectory(ModelInstance subject, FreeForm form, TuneGoal goal, double[] best) {
    private static final String WITHOUT = "without";
    private static final int POINTS = 401;
    private static final double BEYOND = 1.25;

    DataTable table(ScheduledTrajectory scheduled, ScheduledTrajectory plain) {
        List<String> columns = new ArrayList<>(List.of("t"));
        columns.addAll(form.schedules().keySet());
        columns.addAll(List.of(goal.quantity(), WITHOUT));
        List<List<Object>> rows = new ArrayList<>();
        if (best.length > 0) {
            double[] times = TimeGrid.even(end(scheduled, plain), POINTS).array();
            double[] with = scheduled.quantity(times, best);
            double[] without = plain.quantity(times);
            List<NumberFormula> schedules = formulas();
            for (int i = 0; i < times.length; i++) {
                List<Object> row = new ArrayList<>(List.of(times[i]));
                Map<String, Double> here = numbers(times[i]);
                schedules.forEach(schedule -> row.add(schedule.at(here)));
                row.addAll(List.of(with[i], without[i]));
                rows.add(row);
            }
        }
        return new DataTable(TuneQuestion.COURSE, columns, rows);
    }

    /** A time is shown with what lies a little beyond it, also without the schedule. */
    private double end(ScheduledTrajectory scheduled, ScheduledTrajectory plain) {
        double without = plain.value();
        double slowest = goal.isTime()
                ? Math.max(scheduled.value(best), Double.isFinite(without) ? without : 0)
                : goal.goal().end();
        return slowest > 0
                ? Math.min(goal.goal().end(), goal.isTime() ? BEYOND * slowest : slowest)
                : goal.goal().end();
    }

    private List<NumberFormula> formulas() {
        return form.schedules().values().stream()
                .map(text -> NumberFormula.read(text, numbers(0).keySet(), subject.sizes()))
                .toList();
    }

    private Map<String, Double> numbers(double t) {
        Map<String, Double> numbers = new LinkedHashMap<>(subject.parameterValues());
        for (int i = 0; i < best.length; i++) {
            numbers.put(form.constants().get(i).name(), best[i]);
        }
        numbers.put("t", t);
        return numbers;
    }
}

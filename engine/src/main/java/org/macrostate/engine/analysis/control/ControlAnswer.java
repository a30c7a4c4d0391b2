package org.macrostate.engine.analysis.control;

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
import org.macrostate.solvers.control.ControlResult;
import org.macrostate.solvers.control.SimpleForm;
import org.macrostate.solvers.control.StartOutcome;

/**
 * The best schedule that was found, with what stands beside it.
 *
 * @param positives positive scalars of the state that were integrated as they are, not by their logarithm
 */
public record ControlAnswer(ControlQuestion asked, ControlResult result, ControlTables written, List<String> positives)
        implements Answer {
    public ControlAnswer {
        positives = List.copyOf(positives);
    }

    @Override
    public Outcome outcome() {
        if (result.best().isEmpty()) {
            return new Outcome.NotConverged(unreached());
        }
        return result.best().get().excess() > 0
                ? new Outcome.NotConverged(
                        asked.budgets().size() == 1
                                ? "no schedule was found that keeps the budget; the best exceeds it by "
                                        + result.best().get().excess()
                                : "no schedule was found that keeps every budget; the best exceeds one by "
                                        + result.best().get().excess()
                                        + ": together they may exclude every schedule")
                : Outcome.DONE;
    }

    private String unreached() {
        String tried = "none of " + asked.starts() + " starts reaches the goal '"
                + asked.target().text() + "'";
        if (asked.target().isTime() && result.nearest() == 0) {
            return "none of " + asked.starts() + " starts led to a schedule that reaches the goal '"
                    + asked.target().text() + "'" + (asked.budgets().isEmpty() ? "" : " within its budget")
                    + ", though schedules that were tried on the way reach it";
        }
        return asked.target().isTime() && Double.isFinite(result.nearest())
                ? tried + " by t = " + asked.target().goal().latest() + "; the nearest came within " + result.nearest()
                        + " of the level, at t = " + result.nearestTime()
                : tried + ": every trajectory breaks off or leaves its domain" + offer();
    }

    /** The coordinates in which no step leaves a domain, where there are some. */
    String offer() {
        return positives.isEmpty()
                ? ""
                : "; --log " + String.join(",", positives) + " integrates "
                        + (positives.size() == 1
                                ? "the logarithm of this positive number"
                                : "the logarithms of these positive numbers")
                        + ", so that no step of the integrator leaves "
                        + (positives.size() == 1 ? "its domain" : "their domains");
    }

    @Override
    public List<DataTable> tables() {
        return written.all();
    }

    /** The objective of the best; empty if there is none. */
    public OptionalDouble objective() {
        return result.best().isPresent() ? OptionalDouble.of(result.best().get().objective()) : OptionalDouble.empty();
    }

    /** The best constant schedule. */
    public Optional<SimpleForm> constant() {
        return result.forms().stream()
                .filter(f -> f.name().equals("constant") && f.found())
                .findFirst();
    }

    /** Which part of what the best schedule gains over the best constant a simple form gains. */
    public OptionalDouble gain(SimpleForm form) {
        Optional<SimpleForm> constant = constant();
        if (objective().isEmpty() || constant.isEmpty() || !form.found()) {
            return OptionalDouble.empty();
        }
        double whole = constant.get().objective() - objective().getAsDouble();
        return whole > 0
                ? OptionalDouble.of((constant.get().objective() - form.objective()) / whole)
                : OptionalDouble.empty();
    }

    /** Names of the controls. */
    public List<String> controls() {
        return asked.controls().stream().map(ControlRange::name).toList();
    }

    @Override
    public List<String> notes() {
        return ControlNotes.of(this);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("goal", asked.target().text());
        json.put("objective", optional(objective()));
        Map<String, Object> control = new LinkedHashMap<>();
        result.best().ifPresent(best -> {
            for (int c = 0; c < controls().size(); c++) {
                int length = best.grid().values();
                double[] values = java.util.Arrays.copyOfRange(best.values(), c * length, (c + 1) * length);
                control.put(controls().get(c), JsonNumbers.list(values));
            }
        });
        json.put("control", control);
        json.put(
                "times",
                result.best().map(b -> JsonNumbers.list(b.grid().knots())).orElseGet(List::of));
        json.put("linear", asked.linear());
        if (!asked.logarithms().isEmpty()) {
            json.put("logarithms", asked.logarithms());
        }
        json.put(
                "kkt residual",
                result.best().<Object>map(ControlResult.Best::residual).orElse(Optional.empty()));
        json.put("starts", asked.starts());
        json.put("local searches", result.starts().size());
        json.put("complete", result.whole());
        json.put("distinct optima", result.optima());
        json.put("best constant", constant().<Object>map(this::json).orElse(Optional.empty()));
        json.put("simple forms", forms());
        json.put("spread", spread());
        if (!asked.budgets().isEmpty()) {
            json.put("budgets", budgets());
        }
        if (result.best().isEmpty() && asked.target().isTime()) {
            json.put("nearest", finite(result.nearest()));
        }
        return json;
    }

    private Map<String, Object> json(SimpleForm form) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "value",
                controls().size() == 1 ? (Object) form.values()[0] : JsonNumbers.byName(controls(), form.values()));
        json.put("objective", finite(form.objective()));
        return json;
    }

    private Map<String, Object> forms() {
        Map<String, Object> forms = new LinkedHashMap<>();
        for (SimpleForm form : result.forms()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("objective", finite(form.objective()));
            one.put("part of the gain", optional(gain(form)));
            forms.put(form.name(), one);
        }
        return forms;
    }

    /** Objectives that starts led to, least, median and largest. */
    private Map<String, Object> spread() {
        double[] reached = reached();
        Map<String, Object> spread = new LinkedHashMap<>();
        spread.put("reached", reached.length);
        if (reached.length > 0) {
            spread.put("least", reached[0]);
            spread.put("median", reached[reached.length / 2]);
            spread.put("largest", reached[reached.length - 1]);
        }
        return spread;
    }

    /** Objectives of the starts that led anywhere, ascending. */
    double[] reached() {
        return result.starts().stream()
                .mapToDouble(StartOutcome::objective)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private List<Object> budgets() {
        List<Object> all = new ArrayList<>();
        result.best().ifPresent(best -> {
            int first = best.weights().length - asked.budgets().size();
            for (int b = 0; b < asked.budgets().size(); b++) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("budget", asked.budgets().get(b).text());
                one.put("used", best.integrals()[first + b]);
                one.put("price", best.weights()[first + b]);
                all.add(one);
            }
        });
        return all;
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : Optional.empty();
    }

    private static Object optional(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : Optional.empty();
    }
}

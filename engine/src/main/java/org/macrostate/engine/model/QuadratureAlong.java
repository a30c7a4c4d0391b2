package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.QuadratureError;
import org.macrostate.equations.tensor.Expression;

/**
 * How far numerical integration is off along a course: at some of its states, from the first to the last, the difference to
 * the same equations with other nodes ({@link QuadratureError#refined}).
 *
 * @param nodes of the equations it is told by
 * @param states that were looked at
 * @param rate the largest error of the time derivative of an order parameter
 * @param element that order parameter
 * @param t when
 * @param observables the largest error of each
 */
public record QuadratureAlong(
        int nodes, int states, double rate, String element, double t, Map<String, Double> observables) {
    private static final int MOST_STATES = 9;

    public QuadratureAlong {
        observables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(observables));
    }

    /**
     * The estimate; empty where every expectation is a closed form, or there is no state.
     *
     * @param rows states, one a time; not modified
     */
    public static Optional<QuadratureAlong> of(
            ModelInstance subject, Map<String, Expression> schedules, double[] times, double[][] rows) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        return subject.refined().map(system -> {
            BoundSystem own = Schedules.compiled(subject, schedules).bound();
            BoundSystem finer = Schedules.bound(subject, schedules, system);
            QuadratureError.Comparison comparison = QuadratureError.comparison(own, finer);
            int count = Math.min(MOST_STATES, rows.length);
            QuadratureAlong along = new QuadratureAlong(
                    QuadratureError.refined(subject.settings().theory().quadratureNodes()), 0, 0, "", 0, Map.of());
            List<String> labels = own.state().labels();
            List<String> names =
                    subject.system().observables().stream().map(o -> o.name()).toList();
            for (int k = 0; k < count; k++) {
                int row = count == 1 ? 0 : (int) Math.round(k * (rows.length - 1.0) / (count - 1));
                along = along.and(
                        times[row], comparison.at(times[row], rows[row], subject.parameters()), labels, names);
            }
            return along;
        });
    }

    private QuadratureAlong and(double time, QuadratureError error, List<String> labels, List<String> names) {
        if (error.rates().length == 0) {
            return this;
        }
        int worst = 0;
        for (int i = 1; i < error.rates().length; i++) {
            worst = error.rates()[i] > error.rates()[worst] ? i : worst;
        }
        Map<String, Double> larger = new LinkedHashMap<>(observables);
        for (int i = 0; i < names.size(); i++) {
            larger.merge(names.get(i), error.observables()[i], Math::max);
        }
        boolean first = states == 0 || error.rates()[worst] > rate;
        return new QuadratureAlong(
                nodes,
                states + 1,
                first ? error.rates()[worst] : rate,
                first ? labels.get(worst) : element,
                first ? time : t,
                larger);
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(nodes > 0 ? "compared with nodes" : "compared with digits", Math.abs(nodes));
        json.put("states", states);
        json.put("rate", rate);
        json.put("largest for", element);
        json.put("at t", t);
        json.put("observables", observables);
        return json;
    }

    /** A difference below rounding says nothing of what is smaller. */
    private static String atMost(double error) {
        return Double.isFinite(error)
                ? String.format(Locale.ROOT, "%.1e", Math.max(error, 1e-15))
                : "an amount that cannot be told, their integrand being no number somewhere";
    }

    private String compared() {
        return nodes > 0 ? "compared with " + nodes + " nodes" : "compared with another rule, of " + -nodes + " digits";
    }

    /** A sentence without its full stop. */
    public String told() {
        StringBuilder told = new StringBuilder(
                "some terms are integrated numerically: along the trajectory the rates are off by at most ");
        told.append(atMost(rate));
        told.append(element.isEmpty() ? "" : String.format(Locale.ROOT, " (of %s, at t = %.4g)", element, t));
        observables.forEach((name, error) -> {
            if (!(error <= 0)) {
                told.append(", ").append(name).append(" by ").append(atMost(error));
            }
        });
        return told.append(", ").append(compared()).toString();
    }
}

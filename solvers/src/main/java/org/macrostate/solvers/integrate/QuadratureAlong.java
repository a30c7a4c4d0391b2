package org.macrostate.solvers.integrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GaussianIntegral;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.QuadratureError;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.KernelCompiler;

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

    /** To look at a state costs about as much as so many evaluations, by formulas of more digits. */
    private static final int COST = 30;

    public QuadratureAlong {
        observables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(observables));
    }

    /**
     * The estimate; empty where there is no state. So many states are looked at that it costs less than what it is the estimate
     * of, but one at least.
     *
     * @param finer the same equations with the nodes they are told by, {@code nodes} of {@link QuadratureError#refined}
     * @param rows states, one a time; not modified
     * @param evaluations of the rates that were needed, which bound how many states are looked at; empty for no such bound
     */
    public static Optional<QuadratureAlong> of(
            BoundSystem own,
            BoundSystem finer,
            int nodes,
            double[] parameters,
            double[] times,
            double[][] rows,
            OptionalLong evaluations) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        QuadratureError.Comparison comparison = QuadratureError.comparison(own, finer, QuadratureAlong::compiled);
        boolean inRates = GaussianIntegral.isIn(own.rightHandSide(), 0)
                || !own.system().tables().isEmpty();
        int most = Math.min(MOST_STATES, rows.length);
        int count = inRates && evaluations.isEmpty()
                ? most
                : (int) Math.max(1, Math.min(most, (rows.length + (inRates ? evaluations.getAsLong() : 0)) / COST));
        QuadratureAlong along = new QuadratureAlong(nodes, 0, 0, "", 0, Map.of());
        List<String> labels = own.state().labels();
        List<String> names =
                own.system().observables().stream().map(o -> o.name()).toList();
        for (int k = 0; k < count; k++) {
            int row = count == 1 ? rows.length - 1 : (int) Math.round(k * (rows.length - 1.0) / (count - 1));
            along = along.and(times[row], comparison.at(times[row], rows[row], parameters), labels, names);
        }
        return Optional.of(along);
    }

    /** How programs are evaluated that errors are told by. */
    public static QuadratureError.Evaluation compiled(Program program) {
        Kernel kernel = KernelCompiler.compile(program);
        double[] work = new double[kernel.workLength()];
        return (t, state, parameters, out) -> kernel.eval(t, state, parameters, out, work);
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
        StringBuilder told = new StringBuilder("some terms are integrated numerically: at ")
                .append(states)
                .append(states == 1 ? " state" : " states")
                .append(" of the trajectory that were looked at the rates are off by at most ");
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

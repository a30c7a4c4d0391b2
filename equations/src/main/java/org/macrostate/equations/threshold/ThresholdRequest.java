package org.macrostate.equations.threshold;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * What is asked of a named state.
 *
 * @param state a name among the model's states
 * @param solve label of the parameter to solve for ({@code beta}, {@code rho[1]})
 * @param fixed parameters put in as exact numbers before anything else, by name or label; closed forms no longer show
 *     them
 * @param values parameters that stay symbols but have these numbers, instead of their defaults, where a number is needed
 * @param series in what to expand boundaries that have no closed form; empty if not wanted
 */
public record ThresholdRequest(
        String state,
        String solve,
        Map<String, BigFraction> fixed,
        Map<String, Double> values,
        Optional<SeriesOrder> series) {
    public ThresholdRequest {
        fixed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** With the model's own values. */
    public static ThresholdRequest of(String state, String solve) {
        return new ThresholdRequest(state, solve, Map.of(), Map.of(), Optional.empty());
    }

    public ThresholdRequest withFixed(String parameter, BigFraction value) {
        Map<String, BigFraction> more = new LinkedHashMap<>(fixed);
        more.put(parameter, value);
        return new ThresholdRequest(state, solve, more, values, series);
    }

    public ThresholdRequest withValue(String parameter, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(parameter, value);
        return new ThresholdRequest(state, solve, fixed, more, series);
    }

    /** Boundaries without a closed form expanded in a small parameter. */
    public ThresholdRequest withSeries(String parameter, int order) {
        return new ThresholdRequest(state, solve, fixed, values, Optional.of(new SeriesOrder(parameter, order)));
    }
}

package org.macrostate.engine.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fixed point of the order-parameter equations.
 *
 * @param phase the first of the model's phases that holds there; empty if it has none
 * @param stability by the eigenvalues of the Jacobian
 * @param state order parameters and trained scalars by name, in the order of the state
 * @param observables by name; one without a value is {@code NaN}
 */
public record RestPoint(
        String phase, RestStability stability, Map<String, Double> state, Map<String, Double> observables) {
    /** Keeps unmodifiable copies, in the same order. */
    public RestPoint {
        state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
        observables = Collections.unmodifiableMap(new LinkedHashMap<>(observables));
    }

    /** The state's numbers alone, in its order. */
    public List<Double> values() {
        return new ArrayList<>(state.values());
    }

    static RestPoint of(Map<?, ?> json) {
        return new RestPoint(
                String.valueOf(json.get("phase")),
                RestStability.of(json.get("stability")),
                numbers(json.get("state")),
                numbers(json.get("observables")));
    }

    private static Map<String, Double> numbers(@Nullable Object json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> numbers.put(
                    String.valueOf(name), value instanceof Number number ? number.doubleValue() : Double.NaN));
        }
        return numbers;
    }
}

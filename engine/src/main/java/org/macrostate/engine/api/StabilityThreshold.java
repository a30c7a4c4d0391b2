package org.macrostate.engine.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a named state, or a block of its Jacobian, changes stability as one parameter varies.
 *
 * @param solve the parameter
 * @param closedForm its value there in the other parameters, in the language of model files; empty if there is none
 * @param value its value there at the current values of the others; {@code NaN} if there is none at those
 * @param decides whether the state as a whole changes stability there
 */
public record StabilityThreshold(String solve, Optional<String> closedForm, double value, boolean decides) {
    static StabilityThreshold of(Map<?, ?> json) {
        return new StabilityThreshold(
                String.valueOf(json.get("solve")),
                text(json.get("closed form")),
                json.get("value") instanceof Number number ? number.doubleValue() : Double.NaN,
                Boolean.TRUE.equals(json.get("decides")));
    }

    private static Optional<String> text(@Nullable Object json) {
        return json instanceof Map<?, ?> form
                ? Optional.ofNullable(form.get("text")).map(String::valueOf)
                : Optional.empty();
    }
}

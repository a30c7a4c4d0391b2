package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user sets of a model.
 *
 * @param parameters by name; a name without index sets all copies
 * @param sizes by name
 * @param theory which equations are wanted
 */
public record Settings(Map<String, Double> parameters, Map<String, Integer> sizes, Theory theory) {
    public static final Settings NONE = new Settings(Map.of(), Map.of());

    public Settings {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        sizes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    public Settings(Map<String, Double> parameters, Map<String, Integer> sizes) {
        this(parameters, sizes, Theory.UNSTATED);
    }

    /** These settings with some replaced or added. */
    public Settings with(Settings narrower) {
        Map<String, Double> values = new LinkedHashMap<>(parameters);
        values.putAll(narrower.parameters);
        Map<String, Integer> counts = new LinkedHashMap<>(sizes);
        counts.putAll(narrower.sizes);
        return new Settings(values, counts, theory.with(narrower.theory));
    }

    /** These settings with one parameter replaced. */
    public Settings with(String parameter, double value) {
        return with(new Settings(Map.of(parameter, value), Map.of()));
    }
}

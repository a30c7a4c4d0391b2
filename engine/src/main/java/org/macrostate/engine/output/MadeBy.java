package org.macrostate.engine.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What made an output: enough to make it again. It holds no time and no place, so that the same command gives the same
 * bytes.
 *
 * @param program name and version
 * @param seed of everything random, if anything was
 * @param tolerances by name, of the numerics that were used
 * @param theory which equations were used, and which of their terms are integrated numerically; empty if none were
 * @param command that makes it
 */
public record MadeBy(
        String program,
        String model,
        String modelHash,
        Map<String, Double> parameters,
        Map<String, Integer> sizes,
        Optional<Long> seed,
        Map<String, Double> tolerances,
        Map<String, Object> theory,
        String command) {
    public static final String KEY = "made by";
    private static final String NAME = "Macrostate";

    public MadeBy {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        sizes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        tolerances = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tolerances));
        theory = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(theory));
    }

    /** Name and version of this program; a build that was not packaged has no version. */
    public static String thisProgram() {
        String version = MadeBy.class.getPackage().getImplementationVersion();
        return NAME + " " + (version == null ? "(unpackaged build)" : version);
    }

    /** The value of the key {@value #KEY}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("program", program);
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", model);
        named.put("hash", modelHash);
        json.put("model", named);
        json.put("parameters", parameters);
        json.put("sizes", sizes);
        seed.ifPresent(value -> json.put("seed", value));
        json.put("tolerances", tolerances);
        if (!theory.isEmpty()) {
            json.put("theory", theory);
        }
        json.put("command", command);
        return json;
    }

    /** One small line for figures and reports. */
    public String line() {
        String made =
                program + ", model " + model + " (" + modelHash.substring(0, Math.min(12, modelHash.length())) + ")";
        return numerical().isEmpty() ? made : made + ", integrated numerically: " + String.join(", ", numerical());
    }

    /** Names of the terms that are integrated numerically. */
    public List<String> numerical() {
        return theory.get("integrated numerically") instanceof Map<?, ?> quadrature
                        && quadrature.get("error estimate") instanceof Map<?, ?> errors
                ? errors.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether a JSON object read from a file says that this program made it. */
    static boolean isSaidBy(Map<?, ?> object) {
        return object.get(KEY) instanceof Map<?, ?> made
                && made.get("program") instanceof String program
                && program.startsWith(NAME + " ");
    }
}

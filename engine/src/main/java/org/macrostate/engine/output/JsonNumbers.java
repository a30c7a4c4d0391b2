package org.macrostate.engine.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays of numbers as tables and JSON take them. */
public final class JsonNumbers {
    private JsonNumbers() {}

    public static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Numbers by name, in the order of the names. */
    public static Map<String, Object> byName(List<String> names, double[] values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(names.get(i), values[i]);
        }
        return map;
    }
}

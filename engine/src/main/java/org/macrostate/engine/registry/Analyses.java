package org.macrostate.engine.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.control.ControlAnalysis;
import org.macrostate.engine.analysis.fixedpoints.FixedPointsAnalysis;
import org.macrostate.engine.analysis.passage.PassageAnalysis;

/** All analyses by name, in the order in which a report tells of them. Each is made when it is asked for. */
public final class Analyses {
    private static final Map<String, Supplier<Analysis<?, ?>>> ALL = all();

    private Analyses() {}

    private static Map<String, Supplier<Analysis<?, ?>>> all() {
        Map<String, Supplier<Analysis<?, ?>>> all = new LinkedHashMap<>();
        all.put("fixed-points", FixedPointsAnalysis::new);
        all.put("control", ControlAnalysis::new);
        all.put("passage", PassageAnalysis::new);
        return all;
    }

    /** Their names. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /** The analysis of a name. */
    public static Optional<Analysis<?, ?>> find(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Supplier::get);
    }

    /** All of them. */
    public static List<Analysis<?, ?>> list() {
        List<Analysis<?, ?>> list = new java.util.ArrayList<>();
        ALL.values().forEach(analysis -> list.add(analysis.get()));
        return list;
    }
}

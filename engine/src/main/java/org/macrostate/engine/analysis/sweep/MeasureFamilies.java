package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.BadInput;

/** All kinds of measures that there are. */
public final class MeasureFamilies {
    private final Supplier<List<PointMeasures>> all;

    /** @param all is asked when the first measure is read */
    public MeasureFamilies(Supplier<List<PointMeasures>> all) {
        this.all = all;
    }

    /**
     * The measures by the kind that reads them, in the order of their first one.
     *
     * @throws BadInput if none reads one
     */
    Map<PointMeasures, List<String>> of(List<String> texts, ModelInstance subject) {
        List<PointMeasures> families = all.get();
        Map<PointMeasures, List<String>> read = new LinkedHashMap<>();
        for (String text : texts) {
            PointMeasures family = families.stream()
                    .filter(measures -> measures.reads(text, subject))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("unknown measure '" + text + "'; known: "
                            + families.stream()
                                    .flatMap(measures -> measures.forms().stream())
                                    .collect(Collectors.joining("; "))));
            read.computeIfAbsent(family, key -> new ArrayList<>()).add(text);
        }
        return read;
    }

    /** Nothing that an answer depends on. */
    @Override
    public String toString() {
        return "measures";
    }
}

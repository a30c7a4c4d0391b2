package org.macrostate.engine.analysis.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.reports.live.LivePage;

/**
 * A live page.
 *
 * @param page without provenance
 * @param fixedPoints found at the parameters it begins with
 * @param thresholds in closed form that it shows
 */
public record ExploreAnswer(LivePage page, int fixedPoints, int thresholds, List<String> notes) implements Answer {
    public ExploreAnswer {
        notes = List.copyOf(notes);
    }

    @Override
    public Outcome outcome() {
        return Outcome.DONE;
    }

    @Override
    public List<DataTable> tables() {
        return List.of();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fixed points", fixedPoints);
        json.put("thresholds", thresholds);
        json.put("diagram", page.diagram());
        return json;
    }
}

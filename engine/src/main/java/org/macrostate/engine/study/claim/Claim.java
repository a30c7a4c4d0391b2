package org.macrostate.engine.study.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.model.Settings;

/**
 * A claim, and how it is put to the test.
 *
 * @param name short, unlike that of other claims
 * @param says the claim's sentence
 * @param cite where it was made
 * @param text paragraphs that lead to it; may be empty
 * @param found the sentence that the report says if it holds; {@code {name}} stands for a measured number
 * @param refutedBy the experiment among its questions that would have refuted it, and by which result; may be empty
 * @param model of the questions; empty for the study's own
 * @param settings of all its questions, over those of the study
 * @param questions names of its questions
 * @param measures by name, each after those it uses
 */
public record Claim(
        String name,
        String title,
        String says,
        List<String> cite,
        List<String> text,
        String found,
        String refutedBy,
        String model,
        Settings settings,
        List<String> questions,
        Map<String, Measure> measures,
        List<Criterion> criteria,
        List<FigureRequest> figures) {
    public Claim {
        cite = List.copyOf(cite);
        text = List.copyOf(text);
        questions = List.copyOf(questions);
        measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        criteria = List.copyOf(criteria);
        figures = List.copyOf(figures);
    }
}

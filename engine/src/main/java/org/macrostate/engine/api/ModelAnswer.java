package org.macrostate.engine.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model was asked, answered.
 *
 * @param found the answer in one sentence, numbers rounded
 * @param status how it turned out
 * @param text what the command prints
 * @param tables what the command writes as CSV files
 * @param json the command's JSON object as maps, lists, numbers and texts, without provenance; a text in symbols is a map
 *     with {@code text} and {@code latex}
 * @param notes what makes the answer doubtful, in words
 */
public record ModelAnswer(
        String found,
        AnswerStatus status,
        String text,
        List<AnswerTable> tables,
        Map<String, Object> json,
        List<String> notes) {
    /** Keeps unmodifiable copies of the lists. */
    public ModelAnswer {
        tables = List.copyOf(tables);
        json = java.util.Collections.unmodifiableMap(json);
        notes = List.copyOf(notes);
    }

    /**
     * The only or first table.
     *
     * @throws IllegalStateException if the answer has none
     */
    public AnswerTable table() {
        return tables.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this answer has no table: " + found));
    }

    /** A table by its name. */
    public Optional<AnswerTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}

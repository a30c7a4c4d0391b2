package org.macrostate.engine.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.MadeBy;

/** What a question was answered with. */
public interface Answer {
    Outcome outcome();

    /** Its tables, each a CSV file of the table's name. */
    List<DataTable> tables();

    /** Its JSON object, without provenance (LANGUAGE.md, section 4). */
    Map<String, Object> json();

    /** What the user has to know of it and may not see in it: where a number is missing, for instance, and why. */
    default List<String> notes() {
        return List.of();
    }

    /** Whether its numbers are of runs of SGD, so that what is fitted to them has a standard error. */
    default boolean isOfRuns() {
        return false;
    }

    /**
     * The column with the standard errors of a column of means over runs.
     *
     * @param column of one of its tables
     * @return empty if these are no means, or stand without their errors
     */
    default Optional<String> standardErrorOf(String column) {
        return Optional.empty();
    }

    /** Its JSON object as it is delivered: with notes and provenance. */
    default Map<String, Object> document(MadeBy madeBy) {
        Map<String, Object> document = new LinkedHashMap<>(json());
        document.putIfAbsent("notes", notes());
        document.put(MadeBy.KEY, madeBy.json());
        return document;
    }
}

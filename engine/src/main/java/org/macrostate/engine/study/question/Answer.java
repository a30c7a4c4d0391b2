package org.macrostate.engine.study.question;

import java.util.List;
import java.util.Map;
import org.macrostate.engine.study.output.DataTable;

/** What a question was answered with. */
public interface Answer {
    Outcome outcome();

    /** What a reader should know besides, a line each, for standard error. */
    default List<String> notes() {
        return List.of();
    }

    /** Its tables, each a CSV file of the table's name. */
    List<DataTable> tables();

    /** Its JSON object, without provenance (LANGUAGE.md, section 4). */
    Map<String, Object> json();
}

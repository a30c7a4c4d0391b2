package org.macrostate.engine.study.claim;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows of an answer's table.
 *
 * @param question its name
 * @param table the name of one of its tables; empty for the first
 * @param where cells that the rows have, by column; numbers are equal up to rounding
 */
public record Selection(String question, String table, Map<String, String> where) {
    public Selection {
        where = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }
}

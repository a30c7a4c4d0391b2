package org.macrostate.equations;

/**
 * Where in the user's input something stands.
 *
 * @param source file, bundled name or option, as the user would recognise it; may be empty
 * @param line 1-based, 0 if there are no lines
 * @param column 1-based, 0 if unknown
 * @param key dotted path of keys (for example {@code parameters.tau.value}); may be empty
 */
public record Place(String source, int line, int column, String key) {

    /** A place outside any file: an option of a command or an argument of a builder. */
    public static Place ofOption(String option) {
        return new Place(option, 0, 0, "");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (line > 0) {
            text.append(text.isEmpty() ? "line " : ", line ").append(line);
        }
        if (column > 0) {
            text.append(", column ").append(column);
        }
        if (!key.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append("key '").append(key).append("'");
        }
        return text.toString();
    }
}

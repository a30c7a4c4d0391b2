package org.macrostate.reports.document;

import java.util.Locale;

/** Text without characters that act instead of show: controls and marks of direction appear by their numbers. */
public final class VisibleText {
    private VisibleText() {}

    /** The text, line breaks and tabs as spaces, other characters without a shape as {@code [U+202E]}. */
    public static String of(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(of(c)));
        return out.toString();
    }

    /** The same with line breaks kept, for a terminal: nothing in the text moves the cursor, colours or names a window. */
    public static String lines(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean breaks = c == '\n' || c == '\r' && text.startsWith("\n", i + 1);
            out.append(breaks ? Character.toString(c) : of(c));
        }
        return out.toString();
    }

    /** The same of a single character. */
    public static String of(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> c == '\n' || c == '\t' || c == '\r' ? " " : code(c);
            default -> Character.toString(c);
        };
    }

    /** A character by its number. */
    public static String code(int c) {
        return String.format(Locale.ROOT, "[U+%04X]", c);
    }
}

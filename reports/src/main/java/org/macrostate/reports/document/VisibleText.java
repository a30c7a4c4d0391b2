package org.macrostate.reports.document;

/** Text without characters that act instead of show: controls and marks of direction appear by their numbers. */
public final class VisibleText {
    private VisibleText() {}

    /** The text, line breaks and tabs as spaces, other characters without a shape as {@code [U+202E]}. */
    public static String of(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (acts(c)) {
                out.append(code(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** A character by its number. */
    public static String code(int c) {
        return String.format(java.util.Locale.ROOT, "[U+%04X]", c);
    }

    private static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

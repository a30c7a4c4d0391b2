package org.macrostate.reports.figure;

/**
 * Characters that would act rather than show (controls, marks that turn the direction of writing, halves of surrogate
 * pairs) as readable text.
 */
final class VisibleText {
    private VisibleText() {}

    static String of(int c) {
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

    static String of(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(of(c)));
        return out.toString();
    }

    /** The code point by number, as in {@code [U+202E]}. */
    static String code(int c) {
        return String.format("[U+%04X]", c);
    }
}

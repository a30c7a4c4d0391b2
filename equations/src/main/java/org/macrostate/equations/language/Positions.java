package org.macrostate.equations.language;

import java.util.function.Supplier;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

/** Lines and columns of offsets in an expression of one or more lines. */
public final class Positions {
    private Positions() {}

    /** The place of a 0-based offset, counted from line 1, column 1 of the text itself. */
    public static Place of(String text, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place("expression '" + abbreviated(text) + "'", line, offset - start + 1, "");
    }

    /** The result of work on a part of a text; a {@code BadInput} of it gets the part's place. */
    static <T> T located(String text, Syntax part, Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInput e) {
            throw e.at(of(text, part.offset()));
        }
    }

    /** The 0-based offset of a line and column, both from 1. */
    static int offset(String text, int line, int column) {
        int start = 0;
        for (int l = 1; l < line; l++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.max(0, start + column - 1);
    }

    static String abbreviated(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() <= 40 ? flat : flat.substring(0, 37) + "...";
    }
}

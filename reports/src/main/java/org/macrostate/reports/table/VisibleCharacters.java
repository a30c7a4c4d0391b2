package org.macrostate.reports.table;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Leaves characters as they are that a reader sees, and writes all others of JSON texts by their number. */
final class VisibleCharacters extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        Arrays.fill(codes, 0, ' ', ESCAPE_STANDARD);
        codes['\n'] = 'n';
        codes['\r'] = 'r';
        codes['\t'] = 't';
        codes[0x7F] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return Character.isLetterOrDigit(character) || character > 0xA0 && isShown(character)
                ? null
                : new SerializedString(String.format(Locale.ROOT, "\\u%04x", character));
    }

    private static boolean isShown(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED
                && type != Character.SURROGATE;
    }
}

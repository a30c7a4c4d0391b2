package org.macrostate.engine.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.table.MathUnicode;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/** Notes and words of answers in a report: names such as {@code m[1,2]}, {@code eps_g} and {@code beta} become symbols. */
public final class NoteProse {
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z][A-Za-z0-9_]*+(?:\\[[0-9][0-9,]*+\\])?");

    private NoteProse() {}

    public static Prose of(Typesetter typesetter, String text) {
        Prose prose = Prose.EMPTY;
        Matcher names = NAME.matcher(text);
        int at = 0;
        while (names.find()) {
            String name = names.group();
            if (isWord(typesetter, name)) {
                continue;
            }
            prose = prose.and(text.substring(at, names.start())).andMath(FormulaPhrases.symbol(typesetter, name));
            at = names.end();
        }
        return prose.and(text.substring(at));
    }

    /** Words look alike in print; indexed names, names with an underscore and names of Greek letters do not. */
    private static boolean isWord(Typesetter typesetter, String name) {
        if (name.endsWith("]") || name.indexOf('_') > 0) {
            return false;
        }
        Layout symbol = typesetter.name(name);
        return name.length() < 2
                || !(symbol instanceof Layout.Letters letters)
                || letters.style() != Layout.Style.ITALIC
                || MathUnicode.of(symbol).equals(name);
    }
}

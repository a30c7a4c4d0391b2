package org.macrostate.engine.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.table.MathUnicode;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.StatementLayout;
import org.macrostate.reports.typeset.Typesetter;

/** Notes and words of answers in a report: names such as {@code m[1,2]}, {@code eps_g} and {@code beta} become symbols. */
public final class NoteProse {
    private static final Pattern NAME = Pattern.compile("(?<!['’])\\b[A-Za-z][A-Za-z0-9_]*+(?:\\[[0-9][0-9,]*+\\])?");

    /** {@code beta = 1/(3 eta) + … (small tau) solves …}. */
    private static final Pattern EQUATION = Pattern.compile(
            "\\b([A-Za-z]\\w{0,63}+(?:\\[[0-9][0-9,]*+\\])?) = ([^=<>…]{1,400}?)(?= \\+ …|,? \\(small| solves)");

    private NoteProse() {}

    public static Prose of(Typesetter typesetter, String text) {
        Matcher equation = EQUATION.matcher(text);
        if (equation.lookingAt()) {
            Optional<Layout> right = StatementLayout.ofFormula(equation.group(2), typesetter);
            if (right.isPresent()) {
                Layout left = FormulaPhrases.symbol(typesetter, equation.group(1));
                return Prose.math(Layout.equation(left, right.get()))
                        .and(words(typesetter, text.substring(equation.end())));
            }
        }
        return words(typesetter, text);
    }

    /** A note begins with a capital letter, unless it begins with an equation. */
    public static String sentence(String note) {
        String begun =
                EQUATION.matcher(note).lookingAt() ? note : Character.toUpperCase(note.charAt(0)) + note.substring(1);
        return begun + ".";
    }

    private static Prose words(Typesetter typesetter, String text) {
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

    /** Words look alike in print; the dimension, time, indexed and Greek names and those with an underscore do not. */
    private static boolean isWord(Typesetter typesetter, String name) {
        if (name.endsWith("]") || name.indexOf('_') > 0) {
            return false;
        }
        if (name.equals("N") || name.equals("t")) {
            return false;
        }
        Layout symbol = typesetter.name(name);
        return name.length() < 2
                || !(symbol instanceof Layout.Letters letters)
                || letters.style() != Layout.Style.ITALIC
                || MathUnicode.of(symbol).equals(name);
    }
}

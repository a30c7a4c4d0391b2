package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.equations.model.LearningProblem;

/**
 * How names look: {@code rho} is ρ, {@code tauD} is τ with subscript D, {@code eps_g} is ε with subscript g, other names
 * of several letters are set as one word. A model's {@code tex} entry goes before these rules if it is plain mathematics.
 */
public final class SymbolNames {
    /** Without any {@code tex} entries. */
    public static final SymbolNames PLAIN = new SymbolNames(Map.of());

    private static final Pattern GREEK_WITH_TAIL = Pattern.compile("([A-Za-z]{1,12}?)([A-Z][A-Za-z0-9]*+|[0-9]++)");
    private static final Pattern LETTER_WITH_TAIL = Pattern.compile("([A-Z])([a-z])|([A-Za-z])([0-9]+)");
    /** Up to so many letters a subscript is read as a product of symbols, beyond it as a word. */
    private static final int LETTERS_OF_SYMBOLS = 2;

    private final Map<String, Layout> own;

    private SymbolNames(Map<String, Layout> own) {
        this.own = Map.copyOf(own);
    }

    /** Names with the user's TeX for some; TeX that is more than letters, scripts and accents is left aside. */
    public static SymbolNames of(Map<String, String> tex) {
        Map<String, Layout> own = new HashMap<>();
        tex.forEach((name, text) -> TexSymbol.parse(text).ifPresent(layout -> own.put(name, layout)));
        return new SymbolNames(own);
    }

    public static SymbolNames of(LearningProblem problem) {
        return of(problem.tex());
    }

    /** A name without indices. */
    public Layout of(String name) {
        Layout chosen = own.get(name);
        return chosen != null ? chosen : standard(name);
    }

    private static Layout standard(String name) {
        int underscore = name.indexOf('_');
        if (underscore > 0 && underscore < name.length() - 1) {
            return subscripted(stem(name.substring(0, underscore)), tail(name.substring(underscore + 1)));
        }
        return stem(name);
    }

    /** One subscript, whatever the stem has already: {@code x1_2} is x with subscript 1, 2. */
    private static Layout subscripted(Layout stem, Layout tail) {
        return stem instanceof Layout.Script s
                ? new Layout.Script(
                        s.base(),
                        Layout.row(List.of(s.below(), new Layout.Sign(",", Layout.Role.CLOSE), tail)),
                        Layout.empty())
                : new Layout.Script(stem, tail, Layout.empty());
    }

    private static Layout stem(String name) {
        Optional<String> greek = Greek.ofName(name);
        if (greek.isPresent()) {
            return Layout.italic(greek.get());
        }
        Matcher m = GREEK_WITH_TAIL.matcher(name);
        if (m.matches() && Greek.ofName(m.group(1)).isPresent()) {
            return new Layout.Script(stem(m.group(1)), tail(m.group(2)), Layout.empty());
        }
        Matcher two = LETTER_WITH_TAIL.matcher(name);
        if (two.matches()) {
            boolean letters = two.group(1) != null;
            return new Layout.Script(
                    Layout.italic(two.group(letters ? 1 : 3)), tail(two.group(letters ? 2 : 4)), Layout.empty());
        }
        return name.codePointCount(0, name.length()) == 1 ? Layout.italic(name) : Layout.upright(name);
    }

    /** A subscript; what further underscores separate is set apart by commas. */
    private static Layout tail(String text) {
        if (text.indexOf('_') > 0) {
            List<Layout> parts = new ArrayList<>();
            for (String part : text.split("_+")) {
                if (!parts.isEmpty()) {
                    parts.add(new Layout.Sign(",", Layout.Role.CLOSE));
                }
                parts.add(tail(part));
            }
            return Layout.row(parts);
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Layout.Digits(text);
        }
        Optional<String> greek = Greek.ofName(text);
        if (greek.isPresent()) {
            return Layout.italic(greek.get());
        }
        boolean letters = text.chars().allMatch(Character::isLetter);
        return letters && text.length() <= LETTERS_OF_SYMBOLS ? Layout.italic(text) : Layout.upright(text);
    }
}

package org.macrostate.reports.latex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.macrostate.reports.document.VisibleText;
import org.macrostate.reports.typeset.Greek;

/** Text for LaTeX's text mode: shown as it is, whatever characters it holds. */
public final class LatexText {
    private static final Map<Integer, String> SPECIAL = new HashMap<>();
    private static final int LONGEST_WORD = 20;

    static {
        String pairs =
                "\\ \\textbackslash{} { \\{ } \\} $ \\$ & \\& # \\# % \\% _ \\_ ^ \\textasciicircum{} ~ \\textasciitilde{}"
                        + " < \\textless{} > \\textgreater{} | \\textbar{} \" {\\char34} ' \\textquotesingle{} ` \\textasciigrave{}"
                        + " – \\textendash{} — \\textemdash{} „ ,, ‚ , « $\\ll$ » $\\gg$ ‘ ` ’ ' “ `` ” '' … \\dots{} − $-$ × $\\times$ · $\\cdot$ ± $\\pm$ ∞ $\\infty$ ≤ $\\le$ ≥ $\\ge$"
                        + " ≠ $\\ne$ ≈ $\\approx$ → $\\to$ √ $\\surd$ Σ $\\Sigma$ ∂ $\\partial$ ⟨ $\\langle$ ⟩ $\\rangle$ ° \\textdegree{}"
                        + " ⁻ $^-$ ⁰ $^0$ ¹ $^1$ ² $^2$ ³ $^3$ ⁴ $^4$ ⁵ $^5$ ⁶ $^6$ ⁷ $^7$ ⁸ $^8$ ⁹ $^9$ ∗ $*$ § \\S{}";
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            SPECIAL.put(words[i].codePointAt(0), words[i + 1]);
        }
        Greek.letters().forEach((name, letter) -> SPECIAL.putIfAbsent(letter.codePointAt(0), "$\\" + name + "$"));
    }

    private LatexText() {}

    /**
     * The text for a paragraph, a title or a table cell; letters that pdfLaTeX lacks are shown by their numbers, and words
     * too long for a line may be broken.
     */
    public static String escape(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(word -> word.length() > LONGEST_WORD ? breakable(word) : plain(word))
                .collect(Collectors.joining(" "));
    }

    private static String plain(String text) {
        var out = new StringBuilder();
        int before = 0;
        for (int c : VisibleText.of(text).codePoints().toArray()) {
            String special = SPECIAL.get(c);
            out.append(isJoined(before, c) ? "{}" : "")
                    .append(special != null ? special : isPrintable(c) ? Character.toString(c) : VisibleText.code(c));
            before = c;
        }
        return out.toString();
    }

    /**
     * What stands first in a row, a line or an item, where LaTeX would take a bracket for an option of the command before
     * it, and a star for its starred form. A reference is set apart too, so that no tie is asked for before it.
     *
     * @param latex escaped already
     */
    static String opening(String latex) {
        String shown = latex.stripLeading();
        return shown.startsWith("[") || shown.startsWith("*") || shown.startsWith("\\ref{") ? "{}" + latex : latex;
    }

    /** Signs that fonts join into another one when they follow one another: dashes and low quotation marks. */
    private static boolean isJoined(int before, int c) {
        return before == c && (c == '-' || c == ',');
    }

    /** Text in typewriter letters, for commands and names of files. */
    public static String code(String text) {
        return "\\texttt{" + breakable(text) + "}";
    }

    /** As {@link #escape}, with breaks allowed after punctuation and within very long words, as commands need. */
    static String breakable(String text) {
        var out = new StringBuilder();
        int run = 0;
        for (int c : text.codePoints().toArray()) {
            out.append(plain(Character.toString(c)));
            run = c == ' ' ? 0 : run + 1;
            if ("/,=:;.".indexOf(c) >= 0 || run >= LONGEST_WORD) {
                out.append("\\allowbreak{}");
                run = 0;
            } else if (c == '-') {
                out.append("{}");
            }
        }
        return out.toString();
    }

    private static boolean isPrintable(int c) {
        return (c >= ' ' && c < 127)
                || (c >= 0xC0 && c <= 0xFF && c != 0xD0 && c != 0xDE && c != 0xF0 && c != 0xFE && c != 0xF7);
    }
}

package org.macrostate.reports.latex;

import java.util.HashMap;
import java.util.Map;
import org.macrostate.reports.document.VisibleText;
import org.macrostate.reports.typeset.Greek;

/** Text for LaTeX's text mode: shown as it is, whatever characters it holds. */
public final class LatexText {
    private static final Map<Integer, String> SPECIAL = new HashMap<>();

    static {
        String pairs = "\\ \\textbackslash{} { \\{ } \\} $ \\$ & \\& # \\# % \\% _ \\_ ^ \\textasciicircum{} ~ \\textasciitilde{}"
                + " < \\textless{} > \\textgreater{} | \\textbar{} \" \\textquotedbl{} ' \\textquotesingle{} ` \\textasciigrave{}"
                + " – -- — --- ‘ ` ’ ' “ `` ” '' … \\dots{} − $-$ × $\\times$ · $\\cdot$ ± $\\pm$ ∞ $\\infty$ ≤ $\\le$ ≥ $\\ge$"
                + " ≠ $\\ne$ ≈ $\\approx$ → $\\to$ √ $\\surd$ Σ $\\Sigma$ ∂ $\\partial$ ⟨ $\\langle$ ⟩ $\\rangle$ ° \\textdegree{}"
                + " ² $^2$ ³ $^3$ ∗ $*$ § \\S{}";
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            SPECIAL.put(words[i].codePointAt(0), words[i + 1]);
        }
        Greek.letters().forEach((name, letter) -> SPECIAL.putIfAbsent(letter.codePointAt(0), "$\\" + name + "$"));
    }

    private LatexText() {}

    /** The text for a paragraph, a title or a table cell; letters that pdfLaTeX lacks are shown by their numbers. */
    public static String escape(String text) {
        var out = new StringBuilder();
        VisibleText.of(text).codePoints().forEach(c -> {
            String special = SPECIAL.get(c);
            out.append(special != null ? special : isPrintable(c) ? Character.toString(c) : VisibleText.code(c));
        });
        return out.toString().replace("--", "-{}-").replace("?`", "?{}`").replace("!`", "!{}`");
    }

    /** Text in typewriter letters, for commands and names of files; breaks are allowed after slashes and commas. */
    public static String code(String text) {
        return "\\texttt{" + escape(text).replace("/", "/\\allowbreak{}").replace(",", ",\\allowbreak{}") + "}";
    }

    private static boolean isPrintable(int c) {
        return (c >= ' ' && c < 127) || (c >= 0xC0 && c <= 0xFF && c != 0xD0 && c != 0xDE && c != 0xF0 && c != 0xFE && c != 0xF7);
    }
}

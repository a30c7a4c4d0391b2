package org.macrostate.reports.latex;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.reports.typeset.FormulaHeight;
import org.macrostate.reports.typeset.Greek;
import org.macrostate.reports.typeset.Layout;

/** Prints layouts as LaTeX mathematics (amsmath), without the dollars around it. */
public final class MathLatex {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("−", "-"),
            Map.entry("·", "\\cdot"),
            Map.entry("×", "\\times"),
            Map.entry("≤", "\\le"),
            Map.entry("≥", "\\ge"),
            Map.entry("≠", "\\ne"),
            Map.entry("≈", "\\approx"),
            Map.entry("→", "\\to"),
            Map.entry("∧", "\\land"),
            Map.entry("∨", "\\lor"),
            Map.entry("¬", "\\lnot"),
            Map.entry("∞", "\\infty"),
            Map.entry("∗", "*"),
            Map.entry("±", "\\pm"),
            Map.entry("∼", "\\sim"),
            Map.entry("∈", "\\in"),
            Map.entry("…", "\\dots"));
    private static final Map<String, String> ACCENTS =
            Map.of("^", "\\hat", "~", "\\tilde", "¯", "\\bar", "˙", "\\dot", "¨", "\\ddot", "→", "\\vec");
    private static final Map<String, String> BRACKETS = Map.of(
            "‖", "\\|", "{", "\\{", "}", "\\}", "⟨", "\\langle ", "⟩", "\\rangle ", "⌊", "\\lfloor ", "⌋", "\\rfloor ");
    private static final Set<String> OPERATORS = Set.of(
            "log", "exp", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "min", "max");

    private MathLatex() {}

    public static String of(Layout layout) {
        if (layout instanceof Layout.Row r) {
            return join(r);
        }
        if (layout instanceof Layout.Letters l) {
            return letters(l);
        }
        if (layout instanceof Layout.Digits d) {
            return d.text();
        }
        if (layout instanceof Layout.Sign s) {
            return sign(s);
        }
        if (layout instanceof Layout.Fraction f) {
            return "\\frac{" + of(f.above()) + "}{" + of(f.below()) + "}";
        }
        if (layout instanceof Layout.Root r) {
            return "\\sqrt{" + of(r.body()) + "}";
        }
        if (layout instanceof Layout.Script s) {
            boolean twice = hasScript(s.base(), !s.below().isEmpty(), !s.above().isEmpty());
            return base(s.base(), twice) + script("_", of(s.below())) + script("^", of(s.above()));
        }
        if (layout instanceof Layout.Indexed i) {
            return indexed(i);
        }
        if (layout instanceof Layout.Fenced f) {
            return fenced(f);
        }
        if (layout instanceof Layout.Bracket b) {
            return (b.opening() ? "\\Bigl" : "\\Bigr")
                    + bracket(b.text(), b.opening()).strip();
        }
        if (layout instanceof Layout.BigSum s) {
            String indices = s.indices().stream().map(MathLatex::of).collect(Collectors.joining(","));
            return s.extent().isEmpty()
                    ? "\\sum_{" + indices + "}"
                    : "\\sum_{" + indices + "=1}^{" + of(s.extent()) + "}";
        }
        if (layout instanceof Layout.Accent a) {
            return ACCENTS.getOrDefault(a.mark(), "\\hat") + "{" + of(a.base()) + "}";
        }
        if (layout instanceof Layout.Cases c) {
            return "\\begin{cases}" + of(c.value()) + " & \\text{if } " + of(c.condition()) + "\\\\ "
                    + LatexText.opening(of(c.otherwise())) + " & \\text{otherwise}\\end{cases}";
        }
        if (layout instanceof Layout.Matrix m) {
            return m.rows().stream()
                    .map(row -> row.stream().map(MathLatex::of).collect(Collectors.joining(" & ")))
                    .map(LatexText::opening)
                    .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix}", "\\end{pmatrix}"));
        }
        if (layout instanceof Layout.Words w) {
            return "\\text{" + LatexText.escape(w.text()) + "}";
        }
        return layout instanceof Layout.Indent i ? "\\hspace{" + i.em() + "em}" : "";
    }

    /** The base of a script, in braces if it has a script of the same kind already: TeX refuses a second one. */
    private static String base(Layout layout, boolean twice) {
        return twice ? "{" + of(layout) + "}" : of(layout);
    }

    private static boolean hasScript(Layout layout, boolean below, boolean above) {
        if (layout instanceof Layout.Script s) {
            return (below && !s.below().isEmpty())
                    || (above && !s.above().isEmpty())
                    || hasScript(s.base(), below, above);
        }
        return layout instanceof Layout.Indexed i
                && (below || (above && !i.label().isEmpty()));
    }

    private static String join(Layout.Row row) {
        var out = new StringBuilder();
        for (int i = 0; i < row.parts().size(); i++) {
            Layout part = row.parts().get(i);
            String next = FormulaHeight.isBesideWord(row, i) ? "\\," : of(part);
            boolean afterFence = i > 0 && row.parts().get(i - 1) instanceof Layout.Juxtaposed;
            if (part instanceof Layout.BigSum && afterFence || startsAlgebraAfterSum(row, i)) {
                out.append(' ');
            } else if (endsInCommand(out) && !next.isEmpty() && Character.isLetter(next.charAt(0))) {
                out.append(' ');
            }
            out.append(next);
        }
        return out.toString();
    }

    private static boolean startsAlgebraAfterSum(Layout.Row row, int i) {
        return i > 0 && row.parts().get(i - 1) instanceof Layout.BigSum;
    }

    private static boolean endsInCommand(CharSequence text) {
        int at = text.length() - 1;
        while (at >= 0 && Character.isLetter(text.charAt(at))) {
            at--;
        }
        return at >= 0 && at < text.length() - 1 && text.charAt(at) == '\\';
    }

    private static String letters(Layout.Letters l) {
        if (l.style() == Layout.Style.UPRIGHT && OPERATORS.contains(l.text())) {
            return "\\" + l.text();
        }
        if (l.style() == Layout.Style.UPRIGHT && Set.of("erf", "sgn").contains(l.text())) {
            return "\\operatorname{" + l.text() + "}";
        }
        String plain = l.text().codePoints().mapToObj(MathLatex::letter).collect(Collectors.joining());
        return switch (l.style()) {
            case ITALIC -> plain.strip();
            case UPRIGHT -> "\\mathrm{" + plain + "}";
            case BOLD -> "\\mathbf{" + plain + "}";
            case CALLIGRAPHIC -> "\\mathcal{" + plain + "}";
            case DOUBLE_STRUCK -> "\\mathbb{" + plain + "}";
        };
    }

    private static String letter(int c) {
        String text = Character.toString(c);
        if (Greek.command(text).isPresent()) {
            return Greek.command(text).get() + " ";
        }
        boolean ascii = c < 128 && Character.isLetterOrDigit(c);
        return ascii ? text : "\\text{" + LatexText.escape(text) + "}";
    }

    private static String sign(Layout.Sign s) {
        String text = SIGNS.getOrDefault(s.text(), Greek.command(s.text()).orElse(s.text()));
        return switch (s.role()) {
            case BINARY, RELATION -> " " + text + " ";
            case PREFIX, CLOSE -> text;
            case PUNCTUATION -> text + " ";
        };
    }

    private static String script(String mark, String content) {
        return content.isEmpty() ? "" : mark + "{" + content + "}";
    }

    private static String indexed(Layout.Indexed i) {
        boolean commas = i.needsCommas();
        var indices = new StringBuilder();
        for (Layout index : i.indices()) {
            String next = of(index);
            if (commas && !indices.isEmpty()) {
                indices.append(',');
            } else if (endsInCommand(indices) && Character.isLetter(next.charAt(0))) {
                indices.append(' ');
            }
            indices.append(next);
        }
        String label = i.label().isEmpty()
                ? ""
                : i.labelIsLetter() ? "^{(" + of(i.label()) + ")}" : "^{" + of(i.label()) + "}";
        return base(i.base(), hasScript(i.base(), true, !i.label().isEmpty())) + label + "_{" + indices + "}";
    }

    private static String fenced(Layout.Fenced f) {
        String body = of(f.body());
        if (FormulaHeight.holdsSum(f.body())) {
            return "\\Bigl" + bracket(f.open(), true) + body + "\\Bigr"
                    + bracket(f.close(), false).strip();
        }
        if (FormulaHeight.isTall(f.body())) {
            return "\\left" + bracket(f.open(), true) + body + "\\right"
                    + bracket(f.close(), false).strip();
        }
        return f.open().equals("|")
                ? "\\lvert " + body + "\\rvert"
                : bracket(f.open(), true) + body + bracket(f.close(), false).strip();
    }

    private static String bracket(String text, boolean opening) {
        return text.equals("|") ? (opening ? "\\lvert " : "\\rvert") : BRACKETS.getOrDefault(text, text);
    }
}

package org.macrostate.reports.html;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.typeset.FormulaHeight;
import org.macrostate.reports.typeset.Layout;

/** Prints layouts as presentation MathML, without the {@code <math>} around it. */
public final class MathMathml {
    private static final String INVISIBLE_TIMES = "<mo>&#x2062;</mo>";
    private static final String APPLICATION = "<mo>&#x2061;</mo>";

    private MathMathml() {}

    /** One element. */
    public static String of(Layout layout) {
        if (layout instanceof Layout.Row r) {
            return row(r);
        }
        if (layout instanceof Layout.Letters l) {
            return letters(l);
        }
        if (layout instanceof Layout.Digits d) {
            return "<mn>" + HtmlText.escape(d.text()) + "</mn>";
        }
        if (layout instanceof Layout.Sign s) {
            return sign(s);
        }
        if (layout instanceof Layout.Juxtaposed) {
            return INVISIBLE_TIMES;
        }
        if (layout instanceof Layout.Applied) {
            return APPLICATION;
        }
        if (layout instanceof Layout.Fraction f) {
            return "<mfrac>" + of(f.above()) + of(f.below()) + "</mfrac>";
        }
        if (layout instanceof Layout.Root r) {
            return "<msqrt>" + of(r.body()) + "</msqrt>";
        }
        if (layout instanceof Layout.Script s) {
            return script(s);
        }
        if (layout instanceof Layout.Indexed i) {
            return indexed(i, "");
        }
        if (layout instanceof Layout.Fenced f) {
            return "<mrow>" + bracket(f.open(), "prefix", FormulaHeight.isTall(f.body())) + of(f.body())
                    + bracket(f.close(), "postfix", FormulaHeight.isTall(f.body())) + "</mrow>";
        }
        if (layout instanceof Layout.Bracket b) {
            String form = b.opening() ? "prefix" : "postfix";
            return "<mo form=\"" + form + "\" stretchy=\"true\" minsize=\"1.8em\" maxsize=\"1.8em\">" + b.text()
                    + "</mo>";
        }
        if (layout instanceof Layout.BigSum s) {
            if (s.extent().isEmpty()) {
                return "<munder><mo>&#x2211;</mo><mrow>" + join(s.indices(), "<mo>,</mo>") + "</mrow></munder>";
            }
            return "<munderover><mo>&#x2211;</mo><mrow>" + join(s.indices(), "<mo>,</mo>")
                    + "<mo>=</mo><mn>1</mn></mrow>" + of(s.extent()) + "</munderover>";
        }
        if (layout instanceof Layout.Accent a) {
            return "<mover accent=\"true\">" + of(a.base()) + "<mo stretchy=\"false\">" + HtmlText.escape(a.mark())
                    + "</mo></mover>";
        }
        if (layout instanceof Layout.Cases c) {
            return "<mrow><mo form=\"prefix\" stretchy=\"true\">{</mo><mtable>"
                    + line(c.value(), "if ", of(c.condition())) + line(c.otherwise(), "otherwise", "")
                    + "</mtable></mrow>";
        }
        if (layout instanceof Layout.Matrix m) {
            return matrix(m);
        }
        if (layout instanceof Layout.Words w) {
            return words(w.text());
        }
        return layout instanceof Layout.Indent i ? "<mspace width=\"" + i.em() + "em\"/>" : "<mrow></mrow>";
    }

    private static String matrix(Layout.Matrix matrix) {
        var out = new StringBuilder("<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo><mtable>");
        for (List<Layout> row : matrix.rows()) {
            out.append("<mtr>");
            row.forEach(entry -> out.append("<mtd>").append(of(entry)).append("</mtd>"));
            out.append("</mtr>");
        }
        return out.append("</mtable><mo form=\"postfix\" stretchy=\"true\">)</mo></mrow>")
                .toString();
    }

    private static String row(Layout.Row row) {
        var out = new StringBuilder("<mrow>");
        for (int i = 0; i < row.parts().size(); i++) {
            out.append(of(row.parts().get(i)));
            if (FormulaHeight.isBesideWord(row, i)) {
                out.append("<mspace width=\"0.17em\"/>");
            }
        }
        return out.append("</mrow>").toString();
    }

    private static String join(List<Layout> parts, String between) {
        return parts.stream().map(MathMathml::of).collect(Collectors.joining(between));
    }

    private static String line(Layout value, String word, String condition) {
        return "<mtr><mtd>" + of(value) + "</mtd><mtd><mrow>" + words(word) + condition + "</mrow></mtd></mtr>";
    }

    private static String words(String text) {
        return "<mtext>" + HtmlText.escape(text).replace(" ", "&#xA0;") + "</mtext>";
    }

    private static String letters(Layout.Letters l) {
        boolean single = l.text().codePointCount(0, l.text().length()) == 1;
        String text = HtmlText.escape(l.text());
        return switch (l.style()) {
            case ITALIC ->
                single
                        ? "<mi>" + text + "</mi>"
                        : "<mrow>"
                                + l.text()
                                        .codePoints()
                                        .mapToObj(c -> "<mi>" + HtmlText.escape(Character.toString(c)) + "</mi>")
                                        .collect(Collectors.joining())
                                + "</mrow>";
            case UPRIGHT -> single ? "<mi mathvariant=\"normal\">" + text + "</mi>" : "<mi>" + text + "</mi>";
            case BOLD -> "<mi>" + shifted(l.text(), 0x1D400, 0x1D41A) + "</mi>";
            case CALLIGRAPHIC -> "<mi>" + shifted(l.text(), 0x1D4D0, 0x1D4EA) + "</mi>";
            case DOUBLE_STRUCK -> "<mi>" + shifted(l.text(), 0x1D538, 0x1D552) + "</mi>";
        };
    }

    /** Letters of a mathematical alphabet; the few that Unicode keeps elsewhere are put right. */
    private static String shifted(String text, int capitals, int small) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            int letter = c >= 'A' && c <= 'Z' ? capitals + c - 'A' : c >= 'a' && c <= 'z' ? small + c - 'a' : c;
            boolean hole = capitals == 0x1D538 && "CHNPQRZ".indexOf(c) >= 0;
            out.appendCodePoint(hole ? "ℂℍℕℙℚℝℤ".charAt("CHNPQRZ".indexOf(c)) : letter);
        });
        return out.toString();
    }

    private static String sign(Layout.Sign s) {
        String text = HtmlText.escape(s.text());
        return switch (s.role()) {
            case BINARY -> "<mo form=\"infix\">" + text + "</mo>";
            case RELATION, PUNCTUATION -> "<mo>" + text + "</mo>";
            case PREFIX -> "<mo form=\"prefix\">" + text + "</mo>";
            case CLOSE -> "<mo lspace=\"0\" rspace=\"0\">" + text + "</mo>";
        };
    }

    private static String script(Layout.Script s) {
        if (s.base() instanceof Layout.Indexed i
                && s.below().isEmpty()
                && i.label().isEmpty()) {
            return indexed(i, of(s.above()));
        }
        if (s.base() instanceof Layout.Script inner
                && inner.above().isEmpty()
                && s.below().isEmpty()) {
            return script(new Layout.Script(inner.base(), inner.below(), s.above()));
        }
        String base = of(s.base());
        if (s.above().isEmpty()) {
            return "<msub>" + base + of(s.below()) + "</msub>";
        }
        return s.below().isEmpty()
                ? "<msup>" + base + of(s.above()) + "</msup>"
                : "<msubsup>" + base + of(s.below()) + of(s.above()) + "</msubsup>";
    }

    private static String indexed(Layout.Indexed i, String above) {
        String base = of(i.base());
        String indices = "<mrow>" + join(i.indices(), i.needsCommas() ? "<mo>,</mo>" : "") + "</mrow>";
        String label = i.label().isEmpty()
                ? above
                : i.labelIsLetter()
                        ? "<mrow><mo stretchy=\"false\">(</mo>" + of(i.label()) + "<mo stretchy=\"false\">)</mo></mrow>"
                        : of(i.label());
        return label.isEmpty()
                ? "<msub>" + base + indices + "</msub>"
                : "<msubsup>" + base + indices + label + "</msubsup>";
    }

    private static String bracket(String text, String form, boolean stretchy) {
        return "<mo form=\"" + form + "\" stretchy=\"" + stretchy + "\">" + HtmlText.escape(text) + "</mo>";
    }
}

package org.macrostate.reports.html;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Labels;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Reference;

/** Running text as HTML, with its references resolved. */
final class HtmlProse {
    private final Labels labels;
    private final List<Reference> references;

    HtmlProse(Labels labels, List<Reference> references) {
        this.labels = labels;
        this.references = List.copyOf(references);
    }

    String of(Prose prose) {
        return prose.parts().stream().map(this::of).collect(Collectors.joining());
    }

    /** An {@code id} attribute for what carries a label, else nothing. */
    String id(String label) {
        return label.isEmpty() ? "" : " id=\"" + labels.require(label).anchor() + "\"";
    }

    String number(String label) {
        return labels.require(label).number();
    }

    static String link(String text, String address) {
        String shown = HtmlText.escape(text);
        return Reference.isAddress(address) ? "<a href=\"" + HtmlText.escape(address) + "\">" + shown + "</a>" : shown;
    }

    private String of(Inline part) {
        if (part instanceof Inline.Text t) {
            return HtmlText.escape(t.text());
        }
        if (part instanceof Inline.Emphasis e) {
            return "<em>" + HtmlText.escape(e.text()) + "</em>";
        }
        if (part instanceof Inline.Strong s) {
            return "<strong>" + HtmlText.escape(s.text()) + "</strong>";
        }
        if (part instanceof Inline.Code c) {
            return "<code>" + HtmlText.escape(c.text()) + "</code>";
        }
        if (part instanceof Inline.Math m) {
            return ExpressionMathml.inline(m.formula());
        }
        if (part instanceof Inline.Ref r) {
            Labels.Target target = labels.require(r.label());
            String shown = target.kind() == Labels.Kind.EQUATION ? "(" + target.number() + ")" : target.number();
            return "<a href=\"#" + target.anchor() + "\">" + shown + "</a>";
        }
        if (part instanceof Inline.Cite c) {
            int number = Reference.number(references, c.key());
            return "<a href=\"#reference--" + number + "\">[" + number + "]</a>";
        }
        Inline.Link link = (Inline.Link) part;
        return link(link.text(), link.address());
    }
}

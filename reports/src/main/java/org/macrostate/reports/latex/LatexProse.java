package org.macrostate.reports.latex;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.BibliographyEntry;
import org.macrostate.reports.document.Citations;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Labels;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Reference;

/** Running text as LaTeX, with its references resolved. */
final class LatexProse {
    private final Labels labels;
    private final List<Reference> references;
    private final List<String> keys;

    LatexProse(Labels labels, List<Reference> references) {
        this.labels = labels;
        this.references = List.copyOf(references);
        this.keys =
                Citations.of(references).stream().map(BibliographyEntry::key).toList();
    }

    String of(Prose prose) {
        String text = prose.parts().stream().map(this::of).collect(Collectors.joining());
        // Several citations in one bracket, and numbers on the line of the word before them.
        return text.replace("} \\cite{", "}\\cite{")
                .replaceAll("(\\\\cite\\{[^}]*)\\}\\\\cite\\{", "$1,")
                .replaceAll(" (\\\\(?:cite|ref|eqref)\\{)", "~$1");
    }

    /** {@code \label} for what carries one, else nothing. */
    String label(String label) {
        return label.isEmpty() ? "" : "\\label{" + labels.require(label).anchor() + "}";
    }

    static String link(String text, String address) {
        String shown = LatexText.escape(text);
        if (!Reference.isAddress(address)) {
            return shown;
        }
        String safe = address.replace("%", "\\%").replace("#", "\\#").replace("&", "\\&");
        return "\\href{" + safe + "}{" + shown + "}";
    }

    /** The key of a reference by its number. */
    String key(int number) {
        return keys.get(number - 1);
    }

    private String of(Inline part) {
        if (part instanceof Inline.Text t) {
            return LatexText.escape(t.text());
        }
        if (part instanceof Inline.Emphasis e) {
            return "\\emph{" + LatexText.escape(e.text()) + "}";
        }
        if (part instanceof Inline.Strong s) {
            return "\\textbf{" + LatexText.escape(s.text()) + "}";
        }
        if (part instanceof Inline.Code c) {
            return LatexText.code(c.text());
        }
        if (part instanceof Inline.Math m) {
            return "$" + MathLatex.of(m.formula()) + "$";
        }
        if (part instanceof Inline.Ref r) {
            Labels.Target target = labels.require(r.label());
            return (target.kind() == Labels.Kind.EQUATION ? "\\eqref{" : "\\ref{") + target.anchor() + "}";
        }
        if (part instanceof Inline.Cite c) {
            return "\\cite{" + key(Reference.number(references, c.key())) + "}";
        }
        Inline.Link link = (Inline.Link) part;
        return link(link.text(), link.address());
    }
}

package org.macrostate.reports.html;

import java.util.List;
import java.util.Optional;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Labels;
import org.macrostate.reports.document.Reference;
import org.macrostate.reports.document.Section;

/** Writes a document as one HTML file that loads nothing: style, formulas and figures are inside. */
public final class HtmlDocument {
    private final Document document;
    private final HtmlBlocks blocks;

    private HtmlDocument(Document document) {
        this.document = document;
        this.blocks = new HtmlBlocks(new HtmlProse(new Labels(document), document.references()));
    }

    /**
     * The whole file.
     *
     * @throws IllegalArgumentException if something refers to a label or a reference that the document lacks
     */
    public static String render(Document document) {
        return new HtmlDocument(document).text(Optional.empty());
    }

    /**
     * The whole file with a part that computes, as its last section.
     *
     * @throws IllegalArgumentException if something refers to a label or a reference that the document lacks
     */
    public static String render(Document document, HtmlPart part) {
        return new HtmlDocument(document).text(Optional.of(part));
    }

    /** The sections alone, for a page that has a head and a style of its own. */
    public static String fragment(Document document) {
        HtmlDocument html = new HtmlDocument(document);
        var out = new StringBuilder();
        document.sections().forEach(section -> section.blocks().forEach(b -> out.append(html.blocks.of(b))));
        return out.toString();
    }

    private String text(Optional<HtmlPart> part) {
        String title = HtmlText.escape(document.title());
        var out = new StringBuilder();
        out.append(
                        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'")
                .append(part.map(p -> "; " + p.policy()).orElse(""))
                .append("\"/>\n")
                .append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(HtmlStyle.TEXT)
                .append(part.map(HtmlPart::style).orElse(""))
                .append("</style>\n</head>\n")
                .append("<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n");
        if (!document.summary().isEmpty()) {
            out.append("<section class=\"abstract\">\n<h2>Abstract</h2>\n<p>")
                    .append(blocks.prose().of(document.summary()))
                    .append("</p>\n</section>\n");
        }
        part.ifPresent(p -> out.append("<p class=\"to-live\"><a href=\"#")
                .append(p.label())
                .append("\">")
                .append(HtmlText.escape(p.invitation()))
                .append("</a></p>\n"));
        int n = 0;
        for (Section section : document.sections()) {
            section(section, Integer.toString(++n), 2, out);
        }
        if (part.isPresent()) {
            HtmlPart live = part.get();
            out.append("<section id=\"").append(live.label()).append("\">\n<h2><span class=\"number\">");
            out.append(n + 1)
                    .append("</span> ")
                    .append(HtmlText.escape(live.title()))
                    .append("</h2>\n");
            out.append(live.markup()).append("</section>\n");
        }
        references(document.references(), out);
        if (!document.madeBy().isEmpty()) {
            out.append("<footer>").append(HtmlText.escape(document.madeBy())).append("</footer>\n");
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void section(Section section, String number, int level, StringBuilder out) {
        String h = "h" + Math.min(level, 6);
        out.append("<section")
                .append(blocks.prose().id(section.label()))
                .append(">\n<")
                .append(h)
                .append("><span class=\"number\">")
                .append(number)
                .append("</span> ")
                .append(HtmlText.escape(section.title()))
                .append("</")
                .append(h)
                .append(">\n");
        for (Block block : section.blocks()) {
            out.append(blocks.of(block));
        }
        int n = 0;
        for (Section sub : section.subsections()) {
            section(sub, number + "." + ++n, level + 1, out);
        }
        out.append("</section>\n");
    }

    private static void references(List<Reference> references, StringBuilder out) {
        if (references.isEmpty()) {
            return;
        }
        out.append("<section class=\"references\">\n<h2>References</h2>\n<ol>\n");
        for (int i = 0; i < references.size(); i++) {
            Reference r = references.get(i);
            out.append("<li id=\"reference--")
                    .append(i + 1)
                    .append("\">")
                    .append(HtmlProse.link(r.text(), r.address()))
                    .append("</li>\n");
        }
        out.append("</ol>\n</section>\n");
    }
}

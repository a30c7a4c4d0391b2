package org.macrostate.reports.html;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;

/** A section's blocks as HTML. */
final class HtmlBlocks {
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");

    private final HtmlProse prose;
    private final HtmlEquations equations;
    private int figures;
    private int tables;

    HtmlBlocks(HtmlProse prose) {
        this.prose = prose;
        this.equations = new HtmlEquations(prose);
    }

    HtmlProse prose() {
        return prose;
    }

    String of(Block block) {
        if (block instanceof Block.Paragraph p) {
            return "<p>" + prose.of(p.prose()) + "</p>\n";
        }
        if (block instanceof Block.EquationBlock e) {
            return equations.of(e);
        }
        if (block instanceof Block.TableBlock t) {
            return table(t);
        }
        if (block instanceof Block.FigureBlock f) {
            String svg = DECLARATION.matcher(f.svg()).replaceFirst("").strip();
            return "<figure" + prose.id(f.label()) + ">\n" + svg + "\n<figcaption><span class=\"name\">Figure "
                    + ++figures + ".</span> " + prose.of(f.caption()) + "</figcaption>\n</figure>\n";
        }
        if (block instanceof Block.CodeBlock c) {
            String lines = c.text().lines().map(HtmlText::escape).collect(Collectors.joining("\n"));
            return "<pre><code>" + lines + "</code></pre>\n";
        }
        Block.ListBlock list = (Block.ListBlock) block;
        String element = list.numbered() ? "ol" : "ul";
        return "<" + element + ">\n"
                + list.items().stream()
                        .map(i -> "<li>" + prose.of(i) + "</li>\n")
                        .collect(Collectors.joining()) + "</" + element + ">\n";
    }

    private String table(Block.TableBlock table) {
        var out = new StringBuilder("<div class=\"wide\"" + prose.id(table.label()) + ">\n<table class=\"data\">\n");
        if (!table.caption().isEmpty()) {
            out.append("<caption><span class=\"name\">Table ")
                    .append(++tables)
                    .append(".</span> ")
                    .append(prose.of(table.caption()))
                    .append("</caption>\n");
        }
        List<String> classes =
                table.columns().stream().map(c -> side(c.align())).toList();
        out.append("<thead><tr>")
                .append(cells(
                        "th", table.columns().stream().map(Block.Column::title).toList(), classes))
                .append("</tr></thead>\n<tbody>\n");
        table.rows()
                .forEach(row ->
                        out.append("<tr>").append(cells("td", row, classes)).append("</tr>\n"));
        return out.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private String cells(String element, List<Prose> row, List<String> classes) {
        var out = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            out.append("<")
                    .append(element)
                    .append(" class=\"")
                    .append(classes.get(i))
                    .append("\">")
                    .append(prose.of(row.get(i)))
                    .append("</")
                    .append(element)
                    .append(">");
        }
        return out.toString();
    }

    private static String side(Block.Align align) {
        return switch (align) {
            case LEFT -> "l";
            case CENTRE -> "c";
            case RIGHT -> "r";
        };
    }
}
